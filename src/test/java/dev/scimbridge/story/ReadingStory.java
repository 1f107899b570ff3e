package dev.scimbridge.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.scimbridge.story.Scim.Reply;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be read besides people and groups, and how reading anything behaves. */
class ReadingStory {
    private static final String ROLE = "urn:okta:scim:schemas:core:1.0:Role";

    private static Stage stage;
    private static String user;
    private static String group;

    @BeforeAll
    static void begin() {
        stage = Stage.with(
                5, bridge -> bridge.with("SCIM_BRIDGE_ACCOUNT_TYPES_GRANTABLE", "BUSINESS,DEVELOPER,WORKSPACE_ADMIN"));
        String id = scim().create(Cast.okta(Cast.TESS)).id();
        stage.untilListed(id);
        user = "/Users/" + id;
        group = "/Groups/"
                + scim().send("POST", "/Groups", "{\"displayName\":\"Cooks\"}").id();
    }

    @AfterAll
    static void end() {
        stage.close();
    }

    private static Scim scim() {
        return stage.scim();
    }

    /** RFC 7644 3.11. */
    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST", "PUT", "PATCH", "DELETE"})
    void who_holds_a_token_is_no_user(String method) {
        Reply me = scim().send(method, "/Me", method.equals("GET") || method.equals("DELETE") ? null : "{}");
        assertThat(me.status()).isEqualTo(501);
        assertThat(me.body().path("status").asText()).isEqualTo("501");
        assertThat(me.detail()).contains("no user");
    }

    /** OK-45. */
    @Test
    void what_may_be_granted_is_listed_as_roles_the_highest_first() {
        JsonNode roles = scim().get("/Roles?count=2&startIndex=1").body();
        assertThat(roles.path("totalResults").intValue()).isEqualTo(3);
        assertThat(roles.path("itemsPerPage").intValue()).isEqualTo(2);
        assertThat(ids(roles)).containsExactly("WORKSPACE_ADMIN", "DEVELOPER");
        Reply one = scim().get("/Roles/DEVELOPER");
        assertThat(one.body()).isEqualTo(roles.path("Resources").path(1));
        assertThat(one.body().path("schemas").path(0).asText()).isEqualTo(ROLE);
        assertThat(one.body().at("/meta/location").asText()).endsWith("/scim/v2/Roles/DEVELOPER");
        assertThat(scim().get("/Roles/DEVELOPER?attributes=displayName").body()).hasSize(3);
        assertThat(scim().get("/Roles/ADMIN").status()).isEqualTo(404);
        assertThat(scim().get("/Roles/developer").status()).isEqualTo(404);
    }

    /** OK-46. */
    @Test
    void entitlements_are_filtered_sorted_and_walked_through_as_people_are() {
        String search = "{\"filter\":\"type eq \\\"Entitlement\\\" and id ne \\\"BUSINESS\\\"\",\"sortBy\":\"id\"}";
        assertThat(ids(scim().send("POST", "/Entitlements/.search", search).body()))
                .containsExactly("DEVELOPER", "WORKSPACE_ADMIN");
        List<String> walked = new ArrayList<>();
        String cursor = "";
        while (!cursor.isEmpty() || walked.isEmpty()) {
            JsonNode page = scim().get("/Entitlements?count=1&cursor=" + cursor).body();
            walked.addAll(ids(page));
            cursor = page.path("nextCursor").asText();
        }
        assertThat(walked).containsExactly("WORKSPACE_ADMIN", "DEVELOPER", "BUSINESS");
    }

    private static List<String> ids(JsonNode list) {
        return list.path("Resources").findValuesAsText("id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/Roles", "/Roles/BUSINESS", "/Entitlements", "/Entitlements/BUSINESS"})
    void nobody_writes_roles(String path) {
        for (String method : List.of("POST", "PUT", "PATCH", "DELETE")) {
            Reply refused = scim().send(method, path, method.equals("DELETE") ? null : "{}");
            assertThat(refused.status()).as(method).isEqualTo(405);
            assertThat(refused.detail()).isNotEmpty();
        }
    }

    /** OK-43 and OK-44. */
    @Test
    void every_type_of_resource_leads_to_its_endpoint_and_to_its_schemas() {
        JsonNode types = scim().get("/ResourceTypes").body().path("Resources");
        assertThat(types.findValuesAsText("id")).containsExactly("User", "Group", "Role", "Entitlement");
        List<String> schemas = ids(scim().get("/Schemas").body());
        for (JsonNode type : types) {
            assertThat(schemas).contains(type.path("schema").asText());
            type.path("schemaExtensions")
                    .forEach(each ->
                            assertThat(schemas).contains(each.path("schema").asText()));
            assertThat(scim().get(type.path("endpoint").asText()).status()).isEqualTo(200);
            String own = type.path("id").asText();
            assertThat(type.at("/meta/location").asText()).endsWith("/scim/v2/ResourceTypes/" + own);
            assertThat(scim().get("/ResourceTypes/" + own).body()).isEqualTo(type);
        }
        for (String schema : schemas) {
            assertThat(scim().get("/Schemas/" + schema).status()).isEqualTo(200);
        }
    }

    /** RF-40. */
    @Test
    void whoever_has_a_version_already_is_not_sent_it_again() {
        for (String path : List.of(user, group)) {
            Reply first = scim().get(path);
            String version = first.headers().firstValue("ETag").orElseThrow();
            assertThat(first.body().at("/meta/version").asText()).isEqualTo(version);
            Reply again = scim().get(path, "If-None-Match", "W/\"0\", " + version);
            assertThat(again.status()).isEqualTo(304);
            assertThat(again.body().isMissingNode()).isTrue();
            assertThat(again.headers().firstValue("ETag")).hasValue(version);
            assertThat(scim().get(path, "If-None-Match", "W/\"0\"").status()).isEqualTo(200);
        }
    }

    /** RFC 9110 9.3.2. */
    @Test
    void a_head_is_answered_as_a_get_but_for_the_body() {
        for (String path : List.of(
                "/",
                "/Users",
                "/Users?filter=userName+pr&count=2",
                "/Groups",
                user,
                group,
                "/Roles",
                "/Roles/BUSINESS",
                "/Entitlements",
                "/Me",
                "/Nothing",
                "/Users/nobody",
                "/Users?count=abc",
                "/Schemas",
                "/ResourceTypes/User",
                "/ServiceProviderConfig")) {
            Reply get = scim().get(path);
            Reply head = scim().send("HEAD", path, null);
            assertThat(head.status()).as(path).isEqualTo(get.status());
            assertThat(head.body().isMissingNode()).as(path).isTrue();
            for (String header : List.of("Content-Type", "ETag")) {
                assertThat(head.headers().firstValue(header))
                        .as(path)
                        .isEqualTo(get.headers().firstValue(header));
            }
        }
        String version = scim().get(user).headers().firstValue("ETag").orElseThrow();
        assertThat(scim().send("HEAD", user, null, "If-None-Match", version).status())
                .isEqualTo(304);
    }

    /** ME-61: Entra asks {@code /Users/} and adds its flags. */
    @Test
    void a_slash_too_many_and_unknown_parameters_do_not_matter() {
        String query = "?filter=userName+eq+%22" + Cast.TESS + "%22";
        JsonNode plain = scim().get("/Users" + query).body();
        assertThat(plain.path("totalResults").intValue()).isEqualTo(1);
        for (String path :
                List.of("/Users/" + query, "/Users" + query + "&aadOptscim062020", "/Users" + query + "&x=1")) {
            assertThat(scim().get(path).body()).as(path).isEqualTo(plain);
        }
        assertThat(scim().get(user + "/").body()).isEqualTo(scim().get(user).body());
        assertThat(scim().get("/Groups/?aadOptscim062020").total()).isEqualTo(1);
    }
}
