package dev.scimbridge.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.scimbridge.story.Scim.Reply;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How lists are asked: by parameters, by search requests, at the root, and by pages (RFC 7644 3.4). */
class SearchStory {
    /** Three of them invited. */
    private static final int PEOPLE = 15;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String GROUP = """
            {"schemas":["urn:ietf:params:scim:schemas:core:2.0:Group"],"displayName":"%s"}""";

    private static Stage stage;

    @BeforeAll
    static void begin() {
        stage = Stage.with(PEOPLE - 3, bridge -> bridge);
        for (String name : List.of("Cooks", "Bakers", "Admirals")) {
            assertThat(scim().send("POST", "/Groups", GROUP.formatted(name)).status())
                    .isEqualTo(201);
        }
    }

    @AfterAll
    static void end() {
        stage.close();
    }

    private static Scim scim() {
        return stage.scim();
    }

    @ParameterizedTest
    @CsvSource({
        "/Users,",
        "/Users,filter=active eq true;sortBy=userName;sortOrder=descending;startIndex=3;count=4",
        "/Users,attributes=userName,emails.value;count=2",
        "/Users,excludedAttributes=emails,name;startIndex=99",
        "/Groups,filter=displayName sw \"b\"",
        "/Groups,sortBy=displayName;count=2",
        "'',startIndex=10;count=4",
        "'',filter=displayName pr;sortBy=displayName"
    })
    void a_search_request_is_answered_as_the_same_query_is(String endpoint, String query) {
        Reply list = scim().get(endpoint + "/?" + parameters(query));
        assertThat(list.status()).isEqualTo(200);
        assertThat(list.total()).isPositive();
        Reply search = search(endpoint, query);
        assertThat(search.status()).isEqualTo(200);
        assertThat(search.body()).isEqualTo(list.body());
        assertThat(search.headers().firstValue("Content-Type")).hasValue("application/scim+json");
    }

    /** {@code a=1;b=2} as a query. */
    private static String parameters(String query) {
        return String.join(
                "&",
                pairs(query).stream()
                        .map(pair -> pair.getKey() + "=" + URLEncoder.encode(pair.getValue(), StandardCharsets.UTF_8))
                        .toList());
    }

    /** {@code a=1;b=2} as a search request. */
    private static Reply search(String endpoint, String query) {
        ObjectNode body = JSON.createObjectNode();
        body.putArray("schemas").add("urn:ietf:params:scim:api:messages:2.0:SearchRequest");
        for (Map.Entry<String, String> pair : pairs(query)) {
            if (pair.getKey().endsWith("ttributes")) {
                List.of(pair.getValue().split(",")).forEach(body.withArray(pair.getKey())::add);
            } else if (List.of("startIndex", "count").contains(pair.getKey())) {
                body.put(pair.getKey(), Integer.parseInt(pair.getValue()));
            } else {
                body.put(pair.getKey(), pair.getValue());
            }
        }
        return scim().send("POST", endpoint + "/.search", body.toString());
    }

    private static List<Map.Entry<String, String>> pairs(String query) {
        List<Map.Entry<String, String>> pairs = new ArrayList<>();
        for (String pair : query == null ? new String[0] : query.split(";")) {
            pairs.add(Map.entry(pair.split("=", 2)[0], pair.split("=", 2)[1]));
        }
        return pairs;
    }

    /** RF-16 to RF-21, RF-47: RFC 7644 3.4.2.4. Of what is said twice the first counts, but lists are one list. */
    @ParameterizedTest
    @CsvSource({
        "startIndex=0, 1, 15",
        "startIndex=-5&count=3, 1, 3",
        "count=0, 1, 0",
        "count=-1, 1, 0",
        "startIndex=100000, 100000, 0",
        "count=1000000, 1, 15",
        "count=99999999999999999999&startIndex=-99999999999999999999, 1, 15",
        "startIndex=&count=, 1, 15",
        "startIndex=12, 12, 4",
        "count=2&count=5, 1, 2",
        "foo=bar&aadOptscim062020&filter2=x, 1, 15",
        "attributes=userName&attributes=id&count=1, 1, 1"
    })
    void a_page_is_where_and_as_large_as_the_standard_says(String query, int startIndex, int items) {
        JsonNode list = scim().get("/Users?" + query).body();
        assertThat(list.path("totalResults").intValue()).isEqualTo(PEOPLE);
        assertThat(list.path("startIndex").intValue()).isEqualTo(startIndex);
        assertThat(list.path("itemsPerPage").intValue()).isEqualTo(items);
        assertThat(list.path("Resources").isArray()).isTrue();
        assertThat(list.path("Resources")).hasSize(items);
    }

    /** RF-20. */
    @ParameterizedTest
    @CsvSource({
        "/Users?count=abc, invalidValue",
        "/Users?startIndex=1.5, invalidValue",
        "/Users?filter=, invalidFilter",
        "/Users?filter=userName, invalidFilter",
        "/Users?sortBy=userName&sortOrder=up, invalidValue",
        "/Groups?attributes=id&excludedAttributes=id, invalidValue",
        "/?filter=active+gt+true, invalidFilter",
        "/?count=x, invalidValue"
    })
    void what_cannot_be_meant_is_refused(String path, String scimType) {
        Reply refused = scim().get(path);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().path("scimType").asText()).isEqualTo(scimType);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/Users/.search", "/Groups/.search", "/.search"})
    void a_wrong_search_request_is_refused(String path) {
        for (String body : List.of(
                "",
                "[]",
                "{\"filter\":7}",
                "{\"count\":\"x\"}",
                "{\"filter\":\"x eq\"}",
                "{\"schemas\":[\"urn:x\"]}")) {
            Reply refused = scim().send("POST", path, body);
            assertThat(refused.status()).as(body).isEqualTo(400);
            assertThat(refused.detail()).isNotEmpty();
        }
        assertThat(scim().get(path).status()).isIn(404, 405);
    }

    /** RF-29. */
    @Test
    void the_root_lists_people_and_then_groups_as_one_list() {
        JsonNode all = scim().get("/?count=1000").body().path("Resources");
        assertThat(types(all).subList(0, PEOPLE)).containsOnly("User");
        assertThat(types(all).subList(PEOPLE, PEOPLE + 3)).containsOnly("Group");
        assertThat(all).hasSize(PEOPLE + 3);
        assertThat(scim().get("?count=1000").body().path("Resources")).isEqualTo(all);
        List<JsonNode> paged = new ArrayList<>();
        for (int start = 1; start <= PEOPLE + 3; start += 2) {
            JsonNode page = scim().get("/?count=2&startIndex=" + start).body();
            assertThat(page.path("totalResults").intValue()).isEqualTo(PEOPLE + 3);
            assertThat(page.path("startIndex").intValue()).isEqualTo(start);
            page.path("Resources").forEach(paged::add);
        }
        assertThat(paged).containsExactlyElementsOf(all);
    }

    @ParameterizedTest
    @CsvSource({
        "meta.resourceType eq \"Group\", 0, 3",
        "meta.resourceType eq \"User\", 15, 0",
        "userName pr, 15, 0",
        "displayName eq \"cooks\", 0, 1",
        "not (userName pr), 0, 3",
        "schemas eq \"urn:ietf:params:scim:schemas:core:2.0:Group\", 0, 3",
        "urn:ietf:params:scim:schemas:core:2.0:User:userName pr or members pr, 15, 0"
    })
    void a_filter_at_the_root_is_asked_of_both_kinds(String filter, int people, int groups) {
        Reply found = search("", "filter=" + filter);
        assertThat(found.total()).isEqualTo(people + groups);
        List<String> types = types(found.body().path("Resources"));
        assertThat(types).filteredOn("User"::equals).hasSize(people);
        assertThat(types).filteredOn("Group"::equals).hasSize(groups);
    }

    @Test
    void each_kind_is_sorted_for_itself_at_the_root_and_shown_in_part() {
        Reply groups = search("", "sortBy=displayName;startIndex=16;attributes=displayName,userName");
        assertThat(groups.body().path("Resources").findValuesAsText("displayName"))
                .containsExactly("Admirals", "Bakers", "Cooks");
        assertThat(groups.body().path("Resources").path(0)).hasSize(3);
    }

    private static List<String> types(JsonNode resources) {
        List<String> types = new ArrayList<>();
        resources.forEach(each -> types.add(each.at("/meta/resourceType").asText()));
        return types;
    }

    /** RFC 9865 4 and RFC 7643 5. */
    @Test
    void the_configuration_says_how_lists_are_read() {
        JsonNode config = scim().get("/ServiceProviderConfig").body();
        assertThat(config.path("pagination").toString()).isEqualTo("""
                {"cursor":true,"index":true,"defaultPaginationMethod":"index","defaultPageSize":100,\
                "maxPageSize":1000,"cursorTimeout":3600}""");
        assertThat(config.path("filter").toString()).isEqualTo("{\"supported\":true,\"maxResults\":1000}");
        for (String supported : List.of("sort", "etag", "patch")) {
            assertThat(config.path(supported).path("supported").asBoolean())
                    .as(supported)
                    .isTrue();
        }
        assertThat(config.path("changePassword").path("supported").asBoolean()).isFalse();
        JsonNode scheme = config.path("authenticationSchemes").path(0);
        for (String needed : List.of("name", "description", "specUri", "type")) {
            assertThat(scheme.path(needed).asText()).as(needed).isNotBlank();
        }
        assertThat(scheme.path("primary").asBoolean()).isTrue();
        assertThat(config.at("/meta/location").asText()).endsWith("/scim/v2/ServiceProviderConfig");
        assertThat(scim().get("/ServiceProviderConfig/").body()).isEqualTo(config);
    }
}
