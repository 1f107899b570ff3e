package dev.scimbridge.scim;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.unboundid.scim2.common.exceptions.BadRequestException;
import com.unboundid.scim2.common.types.AttributeDefinition;
import com.unboundid.scim2.common.types.SchemaResource;
import com.unboundid.scim2.common.utils.JsonUtils;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Errors, lists and schemas as clients get them. */
class AnswersTest {
    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Test
    void an_error_says_its_status_as_text_and_always_a_detail() {
        assertThat(text(ScimProblem.uniqueness("").json()))
                .isEqualTo("{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:Error\"],\"status\":\"409\","
                        + "\"scimType\":\"uniqueness\",\"detail\":\"The request cannot be done.\"}");
        assertThat(text(ScimProblem.notFound("No \"user\".").json()))
                .endsWith("\"status\":\"404\",\"detail\":\"No \\\"user\\\".\"}");
    }

    @Test
    void a_long_detail_is_cut_between_characters() {
        String detail = ScimProblem.invalidSyntax("😀".repeat(100_000)).detail();
        assertThat(detail).hasSizeLessThan(1100).endsWith("😀…");
    }

    @Test
    void a_problem_carries_no_trace_but_perhaps_a_wait() {
        ScimProblem problem = ScimProblem.unavailable("down").after(Duration.ofSeconds(30));
        assertThat(problem.getStackTrace()).isEmpty();
        assertThat(problem.retrySeconds()).isEqualTo(30);
        assertThat(problem.status()).isEqualTo(503);
        assertThat(Sdk.problem(BadRequestException.invalidPath("no")).scimType())
                .isEqualTo("invalidPath");
    }

    @Test
    void a_list_is_joined_and_has_its_resources_even_when_empty() {
        assertThat(text(ListResponse.page(0, 1, List.of()).parts().joined()))
                .isEqualTo("{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:ListResponse\"],\"totalResults\":0,"
                        + "\"startIndex\":1,\"itemsPerPage\":0,\"Resources\":[]}");
        byte[] one = Document.EMPTY.with("id", "é").bytes();
        String page = text(ListResponse.page(9, 3, List.of(one, one))
                .next("n-1")
                .previous("p\"")
                .parts()
                .joined());
        assertThat(page)
                .endsWith("\"totalResults\":9,\"startIndex\":3,\"itemsPerPage\":2,\"nextCursor\":\"n-1\","
                        + "\"previousCursor\":\"p\\\"\",\"Resources\":[{\"id\":\"é\"},{\"id\":\"é\"}]}");
    }

    @Test
    void schemas_are_served_in_order_and_say_what_is_true() throws JsonProcessingException {
        assertThat(ResourceSchema.USER.definitions())
                .extracting(SchemaResource::getId)
                .containsExactly(ResourceSchema.USER.urn(), ResourceSchema.ENTERPRISE_USER, ResourceSchema.BRIDGE_USER);
        String user = JsonUtils.createObjectMapper()
                .writeValueAsString(ResourceSchema.USER.definitions().get(0));
        assertThat(user).doesNotContain("null");
        assertThat(ResourceSchema.USER.definitions().get(0).getAttributes())
                .extracting(AttributeDefinition::getName)
                .startsWith("userName", "name", "displayName", "nickName")
                .endsWith("roles", "x509Certificates");
        AttributeDefinition emails = ResourceSchema.USER.definitions().get(0).getAttributes().stream()
                .filter(each -> each.getName().equals("emails"))
                .findFirst()
                .orElseThrow();
        assertThat(emails.getSubAttributes())
                .extracting(AttributeDefinition::getName)
                .containsExactly("value", "display", "type", "primary");
        assertThat(ResourceSchema.USER.definitions().get(2).getAttributes())
                .allMatch(each -> each.getMutability() == AttributeDefinition.Mutability.READ_ONLY);
        assertThat(ResourceSchema.GROUP.definitions().get(0).getAttributes())
                .extracting(AttributeDefinition::getName)
                .containsExactly("displayName", "members");
    }

    @Test
    void complex_attributes_have_no_case_and_references_do() {
        for (SchemaResource schema : ResourceSchema.USER.definitions()) {
            for (AttributeDefinition each : schema.getAttributes()) {
                boolean exact = each.getType() == AttributeDefinition.Type.REFERENCE;
                assertThat(each.isCaseExact()).as(each.getName()).isEqualTo(exact);
            }
        }
    }

    @Test
    void resource_types_name_endpoint_and_extensions() throws JsonProcessingException {
        String user = JsonUtils.createObjectMapper().writeValueAsString(ResourceSchema.USER.resourceType());
        assertThat(user)
                .contains(
                        "\"id\":\"User\"", "\"name\":\"User\"", "\"endpoint\":\"/Users\"", ResourceSchema.BRIDGE_USER);
        assertThat(ResourceSchema.USER.speaks("URN:ietf:params:scim:schemas:core:2.0:User"))
                .isTrue();
        assertThat(ResourceSchema.USER.readOnly("meta.location")).isTrue();
        assertThat(ResourceSchema.USER.readOnly("b[")).isFalse();
    }

    /** Okta asks {@code /ResourceTypes} where there are roles and entitlements (OK-43), and knows their schemas. */
    @Test
    void roles_and_entitlements_are_what_okta_knows() throws JsonProcessingException {
        String types = JsonUtils.createObjectMapper()
                .writeValueAsString(
                        List.of(ResourceSchema.ROLE.resourceType(), ResourceSchema.ENTITLEMENT.resourceType()));
        assertThat(types)
                .contains(
                        "\"name\":\"Role\"",
                        "\"endpoint\":\"/Roles\"",
                        "\"schema\":\"urn:okta:scim:schemas:core:1.0:Role\"",
                        "\"name\":\"Entitlement\"",
                        "\"endpoint\":\"/Entitlements\"",
                        "\"schema\":\"urn:okta:scim:schemas:core:1.0:Entitlement\"");
        for (ResourceSchema schema : List.of(ResourceSchema.ROLE, ResourceSchema.ENTITLEMENT)) {
            assertThat(schema.definitions().get(0).getAttributes())
                    .allMatch(each -> each.getMutability() == AttributeDefinition.Mutability.READ_ONLY)
                    .allMatch(each -> each.getDescription() != null);
            assertThat(schema.readOnly(schema.urn() + ":displayName")).isTrue();
        }
    }

    @Test
    void a_role_is_asked_ordered_projected_and_written_like_any_resource() {
        String urn = "urn:okta:scim:schemas:core:1.0:Entitlement";
        Document entitlement = Document.EMPTY
                .with("type", "Entitlement")
                .with("description", "All")
                .with("displayName", "Admin")
                .with("id", "ADMIN");
        assertThat(text(entitlement.bytes(ResourceSchema.ENTITLEMENT)))
                .isEqualTo("{\"schemas\":[\"" + urn + "\"],\"id\":\"ADMIN\",\"displayName\":\"Admin\","
                        + "\"description\":\"All\",\"type\":\"Entitlement\"}");
        assertThat(entitlement.text(urn + ":displayName")).isEqualTo("Admin");
        for (String filter : List.of(
                "DISPLAYNAME eq \"admin\"",
                urn + ":type eq \"entitlement\"",
                "id eq \"ADMIN\" and not (id eq \"admin\")")) {
            assertThat(Criterion.parse(filter, ResourceSchema.ENTITLEMENT).matches(entitlement))
                    .as(filter)
                    .isTrue();
        }
        assertThat(Projection.of(urn + ":displayName", null, ResourceSchema.ENTITLEMENT)
                        .apply(entitlement)
                        .attributes())
                .containsExactly("id", "displayName");
        Ordering ordering = Ordering.by("displayName", "descending", ResourceSchema.ENTITLEMENT);
        assertThat(ordering.compare(ordering.key(entitlement), "BUSINESS")).isPositive();
    }
}
