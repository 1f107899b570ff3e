package dev.scimbridge.story.cases;

import static dev.scimbridge.story.cases.Planted.put;
import static dev.scimbridge.story.cases.Planted.status;
import static dev.scimbridge.story.cases.Planted.without;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How Okta finds out which roles and entitlements there are. */
final class OktaDiscoveryCases {
    private static final String ROLE = "urn:okta:scim:schemas:core:1.0:Role";
    private static final String ENTITLEMENT = "urn:okta:scim:schemas:core:1.0:Entitlement";

    private OktaDiscoveryCases() {}

    static List<Case> all() {
        return List.of(ok43(), ok44(), ok45(), ok46());
    }

    private static Case ok43() {
        return Case.of("OK-43", "Okta reads which types of resources there are", talk -> {
                    Answer types = talk.get("/ResourceTypes").isList();
                    assertThat(types.resources())
                            .extracting(type -> type.path("schema").asText())
                            .contains(Bodies.USER, Bodies.GROUP, ROLE, ENTITLEMENT);
                    for (JsonNode type : types.resources()) {
                        for (String needed : List.of("id", "name", "endpoint", "schema")) {
                            assertThat(type.path(needed).asText()).isNotBlank();
                        }
                        assertThat(type.at("/meta/resourceType").asText()).isEqualTo("ResourceType");
                    }
                })
                .wrong("no list", status(404))
                .wrong("a type too few", without("/Resources/2"))
                .wrong("a type without endpoint", without("/Resources/0/endpoint"));
    }

    private static Case ok44() {
        return Case.of("OK-44", "Okta reads the schemas of all extensions", talk -> {
                    List<String> extensions = new ArrayList<>();
                    talk.get("/ResourceTypes")
                            .isList()
                            .resources()
                            .forEach(type -> type.path("schemaExtensions")
                                    .forEach(each ->
                                            extensions.add(each.path("schema").asText())));
                    Answer schemas = talk.get("/Schemas").isList();
                    assertThat(schemas.resources())
                            .extracting(schema -> schema.path("id").asText())
                            .containsAll(extensions);
                    assertThat(extensions).contains(Bodies.ENTERPRISE);
                    assertThat(schemas.text()).doesNotContain(":null");
                })
                .wrong("a schema too few", put("/Resources", List.of()))
                .wrong("a null", put("/Resources/0/description", null));
    }

    private static Case ok45() {
        return Case.of(
                        "OK-45",
                        "Okta reads the first role",
                        talk -> talk.get("/Roles?count=1&startIndex=1")
                                .isList()
                                .says("/itemsPerPage", 1)
                                .says("/Resources/0/schemas", List.of(ROLE))
                                .hasText("/Resources/0/id")
                                .hasText("/Resources/0/displayName"))
                .wrong("no roles", put("/Resources", List.of()))
                .wrong("a page of two", put("/itemsPerPage", 2))
                .wrong("a role without a name", without("/Resources/0/displayName"));
    }

    private static Case ok46() {
        return Case.of("OK-46", "Okta imports entitlements", talk -> {
                    Answer page =
                            talk.get("/Entitlements?startIndex=1&count=100").isList();
                    for (JsonNode each : page.resources()) {
                        for (String needed : List.of("id", "displayName", "type")) {
                            assertThat(each.path(needed).asText()).as(needed).isNotBlank();
                        }
                        assertThat(each.path("description").asText()).hasSizeLessThanOrEqualTo(1000);
                    }
                })
                .wrong("404", status(404))
                .wrong(
                        "an entitlement of nothing but a name",
                        answer -> Planted.put("/Resources/0", Map.of("displayName", "x"))
                                .andThen(Planted.put(
                                        "/itemsPerPage",
                                        Math.max(1, answer.resources().size())))
                                .apply(answer));
    }
}
