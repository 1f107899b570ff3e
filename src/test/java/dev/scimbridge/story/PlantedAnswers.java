package dev.scimbridge.story;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Right answers made wrong, each in one thing, by what is wrong. */
final class PlantedAnswers {
    private static final String BRIDGE = "urn:ietf:params:scim:schemas:extension:scimbridge:2.0:User";

    private final Map<String, UnaryOperator<Answer>> plants = new LinkedHashMap<>();

    private PlantedAnswers() {}

    /** Of an answer to a create. */
    static Map<String, UnaryOperator<Answer>> ofUser() {
        PlantedAnswers user = new PlantedAnswers();
        for (String needed : new String[] {"schemas", "id", "userName", "name", "active", "emails", "meta", BRIDGE}) {
            user.body("a person without " + needed, body -> body.remove(needed));
        }
        user.body("an id that is no UUID", body -> body.put("id", "17"));
        user.body("active as text", body -> body.put("active", "true"));
        user.body("an unknown attribute", body -> body.put("shoeSize", 42));
        user.body("a password", body -> body.put("password", "secret"));
        user.body("a null", body -> body.putNull("title"));
        user.body("an empty text", body -> body.put("displayName", ""));
        user.body("an empty list", body -> body.putArray("emails"));
        user.body("a name that is text", body -> body.put("name", "Tess"));
        user.body("an unknown part of a name", body -> body.withObject("name").put("alias", "T"));
        user.body(
                "two primary roles",
                body -> body.withArray("roles").add(body.path("roles").path(0)));
        user.body("an unknown part of a role", body -> first(body, "roles").put("level", 1));
        user.body("schemas without the core", body -> body.putArray("schemas").add(BRIDGE));
        user.body("an unknown schema", body -> body.withArray("schemas").add("urn:x"));
        user.body("an unknown extension", body -> body.putObject("urn:x").put("a", 1));
        user.body("an unknown state", body -> bridge(body).put("state", "fine"));
        user.body("an unknown status of an invite", body -> bridge(body).put("inviteStatus", "SENT"));
        user.body("an unknown word of the bridge", body -> bridge(body).put("mood", "good"));
        user.body("a moment without its zone", body -> meta(body).put("created", "2026-01-01T00:00:00"));
        user.body("a strong version", body -> meta(body).put("version", "\"1\""));
        user.body("a location elsewhere", body -> meta(body).put("location", "/somewhere"));
        user.body("another type of resource", body -> meta(body).put("resourceType", "Group"));
        user.plant("no Location", answer -> answer.header("location", ""));
        user.plant("no ETag", answer -> answer.header("etag", ""));
        user.plant("a strong ETag", answer -> answer.header("etag", "\"1\""));
        user.plant("another content type", answer -> answer.header("content-type", "application/json"));
        user.plant("a status that is not described", answer -> answer.status(202));
        return user.plants;
    }

    /** Of a list of people. */
    static Map<String, UnaryOperator<Answer>> ofList() {
        PlantedAnswers list = new PlantedAnswers();
        for (String needed : new String[] {"schemas", "totalResults", "startIndex", "itemsPerPage", "Resources"}) {
            list.body("a list without " + needed, body -> body.remove(needed));
        }
        list.body("a number as text", body -> body.put("totalResults", "1"));
        list.body("a page from 0", body -> body.put("startIndex", 0));
        list.body("a page of more than 1000", body -> body.put("itemsPerPage", 1001));
        list.body("an unknown part of a list", body -> body.put("lastCursor", "x"));
        list.body("a cursor that is no part of an address", body -> body.put("nextCursor", "a&b"));
        list.body(
                "a person in the list who is not whole",
                body -> first(body, "Resources").remove("userName"));
        list.body(
                "a person in the list with more",
                body -> first(body, "Resources").put("shoeSize", 1));
        list.body(
                "the schema of something else", body -> body.putArray("schemas").add("urn:x"));
        return list.plants;
    }

    /** Of a group with a member. */
    static Map<String, UnaryOperator<Answer>> ofGroup() {
        PlantedAnswers group = new PlantedAnswers();
        for (String needed : new String[] {"schemas", "id", "displayName", "meta"}) {
            group.body("a group without " + needed, body -> body.remove(needed));
        }
        group.body("a group with more", body -> body.put("size", 1));
        group.body("an empty list of members", body -> body.putArray("members"));
        group.body("a member that is text", body -> body.withArray("members").add("u1"));
        group.body("a member with more", body -> first(body, "members").put("since", "now"));
        group.body("a member elsewhere", body -> first(body, "members").put("$ref", "/Users/u1"));
        group.body("a member of another kind", body -> first(body, "members").put("type", "Robot"));
        group.body("a location elsewhere", body -> meta(body).put("location", "/somewhere"));
        group.plant("no ETag of a group", answer -> answer.header("etag", ""));
        return group.plants;
    }

    /** Of a 401. */
    static Map<String, UnaryOperator<Answer>> ofError() {
        PlantedAnswers error = new PlantedAnswers();
        error.body("a status that is a number", body -> body.put("status", 401));
        error.body("another status than that of the answer", body -> body.put("status", "404"));
        error.body("no detail", body -> body.remove("detail"));
        error.body("an empty detail", body -> body.put("detail", ""));
        error.body("an unknown scimType", body -> body.put("scimType", "badLuck"));
        error.body("an unknown part of an error", body -> body.put("stackTrace", "at"));
        error.body("no schema of errors", body -> body.remove("schemas"));
        error.plant("no WWW-Authenticate", answer -> answer.header("www-authenticate", ""));
        error.plant(
                "a page of HTML",
                answer -> answer.header("content-type", "text/html").text("<html>"));
        return error.plants;
    }

    /** Of a 503. */
    static Map<String, UnaryOperator<Answer>> ofUnavailable() {
        PlantedAnswers error = new PlantedAnswers();
        error.plant("no Retry-After", answer -> answer.header("retry-after", ""));
        error.plant("a Retry-After that is a date", answer -> answer.header("retry-after", "Mon, 23 Nov 2026"));
        error.plant("a Retry-After of 0", answer -> answer.header("retry-after", "0"));
        return error.plants;
    }

    /** Of {@code /ServiceProviderConfig}. */
    static Map<String, UnaryOperator<Answer>> ofConfig() {
        PlantedAnswers config = new PlantedAnswers();
        config.body("bulk", body -> body.withObject("bulk").put("supported", false));
        config.body("no word on sorting", body -> body.remove("sort"));
        config.body("no cursors", body -> body.withObject("pagination").put("cursor", false));
        config.body("no word on pages", body -> body.remove("pagination"));
        config.body(
                "another scheme", body -> first(body, "authenticationSchemes").put("type", "httpbasic"));
        return config.plants;
    }

    /** Of {@code /Schemas}. */
    static Map<String, UnaryOperator<Answer>> ofSchemas() {
        PlantedAnswers schemas = new PlantedAnswers();
        schemas.body("a schema too few", body -> body.withArray("Resources").remove(0));
        schemas.body("an attribute without mutability", body -> attribute(body).remove("mutability"));
        schemas.body("an attribute of an unknown type", body -> attribute(body).put("type", "uuid"));
        schemas.body("an attribute with more", body -> attribute(body).put("indexed", true));
        return schemas.plants;
    }

    private void plant(String name, UnaryOperator<Answer> wrong) {
        plants.put(name, wrong);
    }

    private void body(String name, Consumer<ObjectNode> change) {
        plant(name, answer -> answer.but(change));
    }

    private static ObjectNode bridge(ObjectNode body) {
        return (ObjectNode) body.path(BRIDGE);
    }

    private static ObjectNode meta(ObjectNode body) {
        return (ObjectNode) body.path("meta");
    }

    private static ObjectNode attribute(ObjectNode body) {
        return first(first(body, "Resources"), "attributes");
    }

    private static ObjectNode first(ObjectNode body, String list) {
        return (ObjectNode) ((ArrayNode) body.path(list)).path(0);
    }
}
