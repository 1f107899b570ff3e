package dev.scimbridge.scim;

import static dev.scimbridge.scim.Samples.BARBARA;
import static dev.scimbridge.scim.Samples.user;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for any PATCH, whatever it says. */
class PatchPropertyTest {
    private static final ResourceSchema USER = ResourceSchema.USER;

    private static Patch patch(List<ObjectNode> operations) {
        ObjectNode body = Json.object();
        operations.forEach(body.putArray("Operations")::add);
        return Patch.of(body, USER);
    }

    private static @Nullable Document tried(Document before, List<ObjectNode> operations) {
        try {
            return patch(operations).apply(before);
        } catch (ScimProblem e) {
            assertThat(e.status()).isEqualTo(400);
            assertThat(e.scimType()).isNotNull();
            return null;
        }
    }

    /** RFC 7644, 3.5.2: in order, and all or none. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void a_patch_does_what_its_operations_do_one_by_one_or_nothing(long seed) {
        Random random = new Random(seed);
        RandomPatches patches = new RandomPatches(random);
        Document document = seed % 2 == 0 ? BARBARA : user("{'userName':'bob'}");
        for (int round = 0; round < 400; round++) {
            List<ObjectNode> operations = Stream.generate(patches::operation)
                    .filter(each -> !leavesALabel(each))
                    .limit(1 + random.nextInt(4))
                    .toList();
            String before = document.json();
            Document whole = tried(document, operations);
            assertThat(document.json()).isEqualTo(before);
            assertThat(tried(document, operations)).isEqualTo(whole);
            Document stepwise = document;
            for (ObjectNode each : operations) {
                stepwise = stepwise == null ? null : tried(stepwise, List.of(each));
            }
            assertThat(stepwise).as("%s on %s", operations, before).isEqualTo(whole);
            document = whole == null ? document : whole;
        }
    }

    /** A label waits for its value as long as its patch goes on, and no longer: that is not the same one by one. */
    private static boolean leavesALabel(ObjectNode operation) {
        String path = operation.path("path").asText();
        boolean part = path.matches("(emails|roles|addresses)[.\\[].*");
        boolean says = !operation.path("op").asText().equals("remove")
                && !operation.path("value").asText().isEmpty();
        return part && (!says || path.endsWith("]") || path.endsWith("primary")) && !path.endsWith(".value");
    }

    /** Okta sends back what it got (OK-15): whatever a PATCH has made of a user, a PUT of what is shown says the same. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void what_is_shown_and_sent_back_says_the_same(long seed) {
        Random random = new Random(seed);
        RandomPatches patches = new RandomPatches(random);
        Document document = BARBARA.with(ResourceSchema.BRIDGE_USER + ":state", "settled")
                .with("groups", List.of(Document.EMPTY.with("value", "g1")));
        for (int round = 0; round < 600; round++) {
            ObjectNode operation = patches.operation();
            Document patched = tried(document, List.of(operation));
            document = patched == null ? document : patched;
            Document read = Document.of(Json.read(document.bytes(USER), 1_000_000), USER);
            assertThat(read)
                    .as("after %s", operation)
                    .isEqualTo(document.without("id", "meta", "groups", ResourceSchema.BRIDGE_USER));
            assertThat(Document.ofStored(document.json())).isEqualTo(document);
        }
    }
}
