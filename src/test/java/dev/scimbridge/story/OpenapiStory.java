package dev.scimbridge.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The description of the API is what the jar does: real requests and answers fit it, wrong ones do not. */
class OpenapiStory {
    private static final String USER = "/Users/{id}";
    private static final String ONE_GROUP = "/Groups/{id}";
    private static final String GROUP = """
            {"schemas":["urn:ietf:params:scim:schemas:core:2.0:Group"],"displayName":"%s","externalId":"e",
             "members":[{"value":"%s"}]}""";
    private static final String SEARCH = """
            {"schemas":["urn:ietf:params:scim:api:messages:2.0:SearchRequest"],"filter":"id pr","startIndex":1,"count":3}""";
    private static final String PATCH = """
            {"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],"Operations":[%s]}""";

    private static final ApiDescription API = new ApiDescription();
    private static Stage stage;
    private static Conversation scim;

    @BeforeAll
    static void begin() {
        stage = Stage.with(12, bridge -> bridge.with("SCIM_BRIDGE_GUARDS_MAX_DEACTIVATIONS", "1"));
        scim = new Conversation("http://127.0.0.1:" + stage.bridge.port() + "/scim/v2", JarBridge.TOKEN);
    }

    @AfterAll
    static void end() {
        stage.close();
    }

    @Test
    void a_person_is_created_read_replaced_patched_and_deleted_as_described() {
        Answer created = create("life@acme.io");
        assertThat(created.status()).isEqualTo(201);
        String path = "/Users/" + created.id();
        String tag = created.headers().get("etag");
        assertThat(scim.say("GET", USER, path, "").status()).isEqualTo(200);
        assertThat(scim.say("GET", USER, path + "?attributes=userName,name.givenName", "")
                        .status())
                .isEqualTo(200);
        assertThat(scim.say("GET", USER, path, "", "If-None-Match", tag).status())
                .isEqualTo(304);
        String full = Cast.entra("life@acme.io", "DEVELOPER");
        assertThat(scim.say("PUT", USER, path, full, "If-Match", tag).status()).isEqualTo(200);
        for (String operation : List.of(Cast.ENTRA_DEACTIVATE, Cast.OKTA_ACTIVATE, Cast.entraRole("ANALYST"))) {
            assertThat(scim.say("PATCH", USER, path, PATCH.formatted(operation)).status())
                    .isEqualTo(200);
        }
        assertThat(scim.say("DELETE", USER, path, "").status()).isEqualTo(204);
        assertThat(scim.say("GET", USER, path, "").status()).isEqualTo(404);
    }

    @Test
    void everything_that_can_be_said_of_a_person_is_described() {
        String said = """
                {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"userName":"all@acme.io","externalId":"e1",
                 "name":{"formatted":"Dr. Al L. All","honorificPrefix":"Dr.","middleName":"L."},"displayName":"Al",
                 "nickName":"Al","profileUrl":"https://acme.io/al","title":"Boss","preferredLanguage":"en",
                 "locale":"en-US","timezone":"Europe/Berlin","password":"dropped","unknown":"dropped",
                 "phoneNumbers":[{"value":"+1","type":"work"}],"ims":[{"value":"al"}],"photos":[{"value":"https://p"}],
                 "addresses":[{"type":"work","country":"DE","primary":true}],"entitlements":[{"value":"some"}],
                 "x509Certificates":[{"value":"MIIB"}],
                 "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User":{"department":"D","manager":"m1"}}""";
        Answer created = scim.say("POST", "/Users", "/Users", said);
        assertThat(created.status()).isEqualTo(201);
        assertThat(created.json().size()).isGreaterThan(20);
    }

    @Test
    void lists_are_described_whole_and_in_part() {
        String filter = "?filter=active%20eq%20true%20and%20userName%20co%20%22paradime%22&sortBy=userName";
        for (String query : List.of("", "?count=0", "?startIndex=4&count=2", "?startIndex=999", filter)) {
            assertThat(scim.say("GET", "/Users", "/Users" + query, "").status()).isEqualTo(200);
        }
        for (String query : List.of("?attributes=userName,emails.value", "?excludedAttributes=meta,emails")) {
            assertThat(scim.say("GET", "/Users", "/Users" + query, "").status()).isEqualTo(200);
        }
    }

    @Test
    void a_group_is_created_read_replaced_patched_and_deleted_as_described() {
        String member = create("member@acme.io").id();
        Answer made = scim.say("POST", "/Groups", "/Groups", GROUP.formatted("Described", member));
        assertThat(made.status()).isEqualTo(201);
        String path = "/Groups/" + made.id();
        String tag = made.headers().get("etag");
        assertThat(scim.say("POST", "/Groups", "/Groups", GROUP.formatted("described", member))
                        .status())
                .isEqualTo(409);
        assertThat(scim.say("GET", ONE_GROUP, path, "").status()).isEqualTo(200);
        assertThat(scim.say("GET", ONE_GROUP, path, "", "If-None-Match", tag).status())
                .isEqualTo(304);
        assertThat(scim.say("GET", "/Groups", "/Groups?excludedAttributes=members", "")
                        .status())
                .isEqualTo(200);
        assertThat(scim.say("GET", "/Groups", "/Groups", "").status()).isEqualTo(200);
        assertThat(scim.say("GET", USER, "/Users/" + member, "").json().path("groups"))
                .hasSize(1);
        String replaced = GROUP.formatted("Replaced", member);
        assertThat(scim.say("PUT", ONE_GROUP, path, replaced, "If-Match", tag).status())
                .isEqualTo(200);
        assertThat(scim.say("PUT", ONE_GROUP, path, replaced, "If-Match", tag).status())
                .isEqualTo(412);
        String empty = PATCH.formatted("{\"op\":\"replace\",\"path\":\"members\",\"value\":[]}");
        assertThat(scim.say("PATCH", ONE_GROUP, path, empty).status()).isEqualTo(200);
        assertThat(scim.say("DELETE", ONE_GROUP, path, "").status()).isEqualTo(204);
        assertThat(scim.say("GET", ONE_GROUP, path, "").status()).isEqualTo(404);
    }

    @Test
    void searches_cursors_and_bulk_are_described() {
        for (String path : List.of("/Users/.search", "/Groups/.search", "/.search")) {
            assertThat(scim.say("POST", path, path, SEARCH).status()).isEqualTo(200);
            assertThat(scim.say("POST", path, path, "{\"schemas\":[\"urn:x\"]}").status())
                    .isEqualTo(400);
        }
        Answer page = scim.say("GET", "/Users", "/Users?count=2&cursor=", "");
        String next = page.json().path("nextCursor").asText();
        assertThat(scim.say("GET", "/Users", "/Users?count=2&cursor=" + next, "")
                        .status())
                .isEqualTo(200);
        assertThat(scim.say("GET", "/Users", "/Users?count=2&cursor=forged", "").status())
                .isEqualTo(400);
        String bulk = """
                {"schemas":["urn:ietf:params:scim:api:messages:2.0:BulkRequest"],"Operations":[
                 {"method":"POST","path":"/Groups","bulkId":"g","data":{"displayName":"Bulk","members":[{"value":"bulkId:u"}]}},
                 {"method":"POST","path":"/Users","bulkId":"u","data":{"userName":"bulk@acme.io"}},
                 {"method":"DELETE","path":"/Users/nobody"}]}""";
        Answer done = scim.say("POST", "/Bulk", "/Bulk", bulk);
        assertThat(done.json().path("Operations").findValuesAsText("status")).contains("201", "404");
        assertThat(scim.say("POST", "/Bulk", "/Bulk", "{}").status()).isEqualTo(400);
    }

    @Test
    void account_types_are_described_as_okta_looks_for_them() {
        for (String plural : List.of("/Roles", "/Entitlements")) {
            assertThat(scim.say("GET", plural, plural, "").status()).isEqualTo(200);
            assertThat(scim.say("GET", plural, plural + "?count=1&attributes=displayName", "")
                            .status())
                    .isEqualTo(200);
            assertThat(scim.say("GET", plural + "/{id}", plural + "/DEVELOPER", "")
                            .status())
                    .isEqualTo(200);
            assertThat(scim.say("GET", plural + "/{id}", plural + "/nothing", "")
                            .status())
                    .isEqualTo(404);
        }
    }

    @Test
    void discovery_is_described_and_the_description_names_the_attributes_that_the_schemas_declare() {
        for (String path : List.of("/ServiceProviderConfig", "/ResourceTypes", "/Schemas")) {
            assertThat(scim.get(path).status()).isEqualTo(200);
        }
        scim.say("GET", "/ResourceTypes/{id}", "/ResourceTypes/User", "");
        JsonNode person = API.document().at("/components/schemas/UserInPart/properties");
        Set<String> core = declared("urn:ietf:params:scim:schemas:core:2.0:User", person);
        core.addAll(Set.of("schemas", "id", "externalId", "meta"));
        person.fieldNames().forEachRemaining(name -> {
            if (name.startsWith("urn:")) {
                declared(name, API.resolved(person.path(name)).path("properties"));
                core.add(name);
            }
        });
        assertThat(names(person)).isEqualTo(core);
    }

    /** What a schema declares; its sub-attributes are compared here. */
    private static Set<String> declared(String urn, JsonNode properties) {
        Answer schema = scim.say("GET", "/Schemas/{id}", "/Schemas/" + urn, "");
        Set<String> names = new TreeSet<>();
        for (JsonNode attribute : schema.json().path("attributes")) {
            if (!attribute.path("returned").asText().equals("never")) {
                String name = attribute.path("name").asText();
                names.add(name);
                Set<String> inside =
                        new TreeSet<>(attribute.path("subAttributes").findValuesAsText("name"));
                JsonNode described = API.resolved(properties.path(name));
                JsonNode element = described.has("items") ? API.resolved(described.path("items")) : described;
                assertThat(names(element.path("properties"))).as(name).isEqualTo(inside);
            }
        }
        if (!urn.contains("core")) {
            assertThat(names(properties)).isEqualTo(names);
        }
        return names;
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    @Test
    void what_the_client_has_to_mend_is_told_as_described() {
        Answer created = create("errors@acme.io");
        String path = "/Users/" + created.id();
        String body = Cast.okta("errors@acme.io");
        assertThat(scim.say("GET", "/Users", "/Users?filter=bogus", "").status())
                .isEqualTo(400);
        assertThat(scim.say("POST", "/Users", "/Users", "{").status()).isEqualTo(400);
        assertThat(scim.say("POST", "/Users", "/Users", "{}").status()).isEqualTo(400);
        assertThat(scim.say("PATCH", USER, path, PATCH.formatted("{\"op\":\"move\"}"))
                        .status())
                .isEqualTo(400);
        assertThat(scim.say("POST", "/Users", "/Users", body).status()).isEqualTo(409);
        assertThat(scim.say("DELETE", USER, path, "", "If-Match", "W/\"77\"").status())
                .isEqualTo(412);
        assertThat(scim.say("PUT", USER, path, " ".repeat((1 << 20) + 1)).status())
                .isEqualTo(413);
        assertThat(scim.say("PUT", USER, path, "<a/>", "Content-Type", "text/xml")
                        .status())
                .isEqualTo(415);
        assertThat(scim.say("PUT", "/Users", "/Users", body).status()).isEqualTo(405);
        assertThat(scim.say("GET", "/Schemas/{id}", "/Schemas/urn:none", "").status())
                .isEqualTo(404);
        assertThat(scim.say("GET", "/Schemas", "/Schemas?filter=id%20pr", "").status())
                .isEqualTo(403);
        assertThat(scim.get("/ServiceProviderConfig", "Accept", "text/html").status())
                .isEqualTo(200);
        assertThat(scim.get("/Me").status()).isEqualTo(501);
    }

    @Test
    void strangers_are_told_401_as_described() {
        Conversation stranger = new Conversation("http://127.0.0.1:" + stage.bridge.port() + "/scim/v2", "");
        assertThat(stranger.get("/Users").status()).isEqualTo(401);
        assertThat(stranger.get("/Schemas", "Authorization", "Bearer wrong").status())
                .isEqualTo(401);
    }

    @Test
    void guards_tell_409_and_429_as_described() {
        assertThat(told("ADMIN", Cast.oktaRole("BUSINESS"))).containsExactly(200, 409);
        assertThat(told("DEVELOPER", Cast.OKTA_DEACTIVATE)).contains(200, 429);
    }

    /** What each of the active people of this type is answered. */
    private static List<Integer> told(String type, String operation) {
        Answer people = scim.say(
                "GET", "/Users", "/Users?filter=roles.value%20eq%20%22" + type + "%22%20and%20active%20eq%20true", "");
        return people.json().path("Resources").findValuesAsText("id").stream()
                .map(id -> scim.say("PATCH", USER, "/Users/" + id, PATCH.formatted(operation))
                        .status())
                .toList();
    }

    @Test
    void before_the_first_listing_503_is_told_as_described_and_management_says_why() {
        try (Stage other = Stage.with(1, bridge -> bridge)) {
            other.control.down();
            other.bridge.kill();
            other.bridge.wipe();
            other.bridge.launch();
            await().atMost(JarBridge.PATIENCE).until(() -> other.bridge.health("live") == 200);
            Conversation early =
                    new Conversation("http://127.0.0.1:" + other.bridge.port() + "/scim/v2", JarBridge.TOKEN);
            assertThat(early.get("/Users").status()).isEqualTo(503);
            assertThat(early.say("POST", "/Users", "/Users", Cast.okta(Cast.TESS))
                            .status())
                    .isEqualTo(503);
            Conversation manager = new Conversation("http://127.0.0.1:" + other.bridge.managementPort(), "");
            assertThat(manager.get("/health/ready").status()).isEqualTo(503);
            other.control.up();
            await().atMost(JarBridge.PATIENCE).until(() -> other.bridge.health("ready") == 200);
            for (String page : List.of("/health/live", "/health/ready", "/")) {
                assertThat(manager.get(page).status()).isEqualTo(200);
            }
        }
    }

    @TestFactory
    Stream<DynamicTest> wrong_answers_are_noticed() {
        Answer created = create("planted@acme.io");
        Answer error = new Conversation("http://127.0.0.1:" + stage.bridge.port() + "/scim/v2", "").get("/Users");
        Answer unavailable =
                error.status(503).but(body -> body.put("status", "503")).header("retry-after", "10");
        assertThat(API.wrong(unavailable)).isEmpty();
        return Stream.of(
                        noticed(created, PlantedAnswers.ofUser()),
                        noticed(scim.get("/Users"), PlantedAnswers.ofList()),
                        noticed(error, PlantedAnswers.ofError()),
                        noticed(unavailable, PlantedAnswers.ofUnavailable()),
                        noticed(group(), PlantedAnswers.ofGroup()),
                        noticed(scim.get("/ServiceProviderConfig"), PlantedAnswers.ofConfig()),
                        noticed(scim.get("/Schemas"), PlantedAnswers.ofSchemas()))
                .flatMap(tests -> tests);
    }

    private static Stream<DynamicTest> noticed(Answer right, Map<String, UnaryOperator<Answer>> plants) {
        return plants.entrySet().stream()
                .map(plant -> DynamicTest.dynamicTest(
                        plant.getKey(),
                        () -> assertThat(API.wrong(plant.getValue().apply(right)))
                                .isNotEmpty()));
    }

    @Test
    void every_reference_in_the_description_leads_somewhere() {
        assertThat(API.document().findValues("$ref"))
                .filteredOn(JsonNode::isTextual)
                .isNotEmpty()
                .allSatisfy(ref -> assertThat(
                                API.document().at(ref.asText().substring(1)).isMissingNode())
                        .as(ref.asText())
                        .isFalse());
    }

    private static Answer group() {
        String member = create("planted-member@acme.io").id();
        return scim.say("POST", "/Groups", "/Groups", GROUP.formatted("Planted", member));
    }

    private static Answer create(String userName) {
        return scim.say("POST", "/Users", "/Users", Cast.okta(userName, "BUSINESS"));
    }
}
