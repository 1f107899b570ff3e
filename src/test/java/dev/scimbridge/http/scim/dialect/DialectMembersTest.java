package dev.scimbridge.http.scim.dialect;

import static dev.scimbridge.scim.Samples.group;
import static dev.scimbridge.scim.Samples.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.scimbridge.scim.Document;
import dev.scimbridge.scim.Json;
import dev.scimbridge.scim.MemberOperations;
import dev.scimbridge.scim.MemberOperations.Member;
import dev.scimbridge.scim.MemberOperations.Operation;
import dev.scimbridge.scim.Patch;
import dev.scimbridge.scim.Problems;
import dev.scimbridge.scim.ResourceSchema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Operations on members as senders write them do what the standard's own do to a plain map of members. */
class DialectMembersTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void random_operations_in_any_dialect_do_what_they_do_to_a_plain_map(long seed) {
        Random random = new Random(seed);
        MemberOperations operations = new MemberOperations(random);
        Document group = group("{'displayName':'Tours'}");
        Map<String, Member> model = new LinkedHashMap<>();
        for (int round = 0; round < 150; round++) {
            List<Operation> meant = Stream.generate(operations::next)
                    .limit(1 + random.nextInt(4))
                    .toList();
            ObjectNode body = Json.object();
            meant.forEach(each -> body.withArray("Operations").add(inDialect(json(each.json()), random)));
            Map<String, Member> changed = new LinkedHashMap<>(model);
            Optional<String> refusal = meant.stream()
                    .flatMap(each -> Stream.ofNullable(each.effect().on(changed)))
                    .findFirst();
            ObjectNode straight = Dialect.patch(body, ResourceSchema.GROUP);
            assertThat(Dialect.patch(straight, ResourceSchema.GROUP)).isEqualTo(straight);
            Patch patch = Patch.of(straight, ResourceSchema.GROUP);
            Document before = group;
            refusal.ifPresent(scimType -> assertThat(
                            Problems.of(() -> patch.apply(before)).scimType())
                    .isEqualTo(scimType));
            group = refusal.isPresent() ? group : patch.apply(group);
            model = refusal.isPresent() ? model : changed;
            assertThat(members(group)).as("%s on %s", body, before).containsExactlyElementsOf(model.values());
        }
    }

    /** Entra's capitals, words without quotes and keys that mean nothing; members to be removed wherever they may stand. */
    private static ObjectNode inDialect(ObjectNode operation, Random random) {
        String op = operation.get("op").textValue();
        String path = operation.path("path").asText();
        JsonNode value = operation.path("value");
        boolean listed = op.equals("remove") && value.isContainerNode();
        switch (random.nextInt(listed ? 5 : 3)) {
            case 0 -> operation.put("op", op.substring(0, 1).toUpperCase(Locale.ROOT) + op.substring(1));
            case 1 -> operation.put("name", op + "Member").put("OP", op).remove("op");
            case 2 -> path(operation, path.replace("\"", ""));
            case 3 -> operation.set("value", Json.object().set("Members", value));
            default -> path(operation.set("value", Json.object().set("members", value)), "");
        }
        return operation;
    }

    private static void path(ObjectNode operation, String path) {
        if (operation.has("path")) {
            operation.put("path", path);
        }
    }

    private static List<Member> members(Document group) {
        return group.elements("members").stream()
                .map(each -> new Member(String.valueOf(each.text("value")), each.text("display")))
                .toList();
    }
}
