package dev.scimbridge.story.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What came back, and what can be claimed of it. Every claim fails with an {@link AssertionError}. Places in the body are
 * JSON pointers.
 *
 * @param headers the first value of each, by name in lower case
 */
public record Answer(int status, Map<String, String> headers, String text) {
    static final ObjectMapper JSON = new ObjectMapper();
    static final String SCIM = "application/scim+json";
    private static final String ERROR = "urn:ietf:params:scim:api:messages:2.0:Error";
    private static final String LIST = "urn:ietf:params:scim:api:messages:2.0:ListResponse";

    public JsonNode json() {
        try {
            return text.isEmpty() ? MissingNode.getInstance() : JSON.readTree(text);
        } catch (IOException e) {
            throw new AssertionError("not JSON: " + this, e);
        }
    }

    public JsonNode at(String pointer) {
        return json().at(pointer);
    }

    public String id() {
        return at("/id").asText();
    }

    public String header(String name) {
        return headers.getOrDefault(name, "");
    }

    /** The ids of a group's members, sorted. */
    public List<String> members() {
        List<String> ids = new ArrayList<>(at("/members").findValuesAsText("value"));
        ids.sort(null);
        return ids;
    }

    /** People or groups of a list. */
    public List<JsonNode> resources() {
        List<JsonNode> all = new ArrayList<>();
        at("/Resources").forEach(all::add);
        return all;
    }

    /** What each of them says at a place. */
    public List<String> texts(String pointer) {
        return resources().stream().map(each -> each.at(pointer).asText()).toList();
    }

    /** This status; and whatever has a body says that it is SCIM. */
    public Answer is(int expected) {
        assertThat(status).as(toString()).isEqualTo(expected);
        return text.isEmpty() ? this : isScim();
    }

    /** 200 with a body, or 204 without one: both are right for a PATCH. */
    public Answer isDone() {
        assertThat(status).as(toString()).isIn(200, 204);
        assertThat(text.isEmpty()).as(toString()).isEqualTo(status == 204);
        return text.isEmpty() ? this : isScim();
    }

    private Answer isScim() {
        assertThat(header("content-type")).as(toString()).startsWith(SCIM);
        assertThat(json().isObject()).as(toString()).isTrue();
        return this;
    }

    /** {@code LR}. What it says of its page must be so, if it says anything. */
    public Answer isList() {
        is(200).has(
                        "/schemas",
                        schemas ->
                                schemas.size() == 1 && schemas.path(0).asText().equals(LIST));
        has("/totalResults", JsonNode::isIntegralNumber).has("/Resources", JsonNode::isArray);
        has("/startIndex", from -> from.isMissingNode() || from.isIntegralNumber());
        return at("/itemsPerPage").isMissingNode()
                ? this
                : says("/itemsPerPage", resources().size());
    }

    /** {@code LR(n)}. */
    public Answer isList(int total) {
        return isList().says("/totalResults", total);
    }

    /** {@code ERR(s)}. */
    public Answer isError(int expected) {
        is(expected)
                .has(
                        "/schemas",
                        schemas ->
                                schemas.size() == 1 && schemas.path(0).asText().equals(ERROR));
        says("/status", String.valueOf(expected));
        return hasText("/detail");
    }

    /** {@code ERR(s,t)}. */
    public Answer isError(int expected, String scimType) {
        return isError(expected).says("/scimType", scimType);
    }

    /** Exactly this value, of this JSON type. */
    public Answer says(String pointer, Object value) {
        JsonNode expected = JSON.valueToTree(value);
        assertThat((Object) at(pointer)).as(pointer + " of " + this).isEqualTo(expected);
        return this;
    }

    public Answer lacks(String pointer) {
        return has(pointer, JsonNode::isMissingNode);
    }

    public Answer has(String pointer, Predicate<JsonNode> condition) {
        assertThat(condition.test(at(pointer))).as(pointer + " of " + this).isTrue();
        return this;
    }

    /** These attributes at a place, and no others. */
    public Answer hasOnly(String pointer, String... names) {
        List<String> shown = new ArrayList<>();
        at(pointer).fieldNames().forEachRemaining(shown::add);
        assertThat(shown).as(pointer + " of " + this).containsExactlyInAnyOrder(names);
        return this;
    }

    /** Exactly these, each once. */
    public Answer hasMembers(Collection<String> ids) {
        assertThat(members()).as(toString()).containsExactlyInAnyOrderElementsOf(ids);
        return this;
    }

    public Answer hasText(String pointer) {
        return has(pointer, value -> value.isTextual() && !value.asText().isBlank());
    }

    public Answer hasHeader(String name, Predicate<String> condition) {
        assertThat(condition.test(header(name))).as(name + " of " + this).isTrue();
        return this;
    }
}
