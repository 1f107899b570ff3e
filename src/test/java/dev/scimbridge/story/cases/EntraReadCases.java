package dev.scimbridge.story.cases;

import static dev.scimbridge.story.cases.Planted.first;
import static dev.scimbridge.story.cases.Planted.nth;
import static dev.scimbridge.story.cases.Planted.put;
import static dev.scimbridge.story.cases.Planted.status;
import static dev.scimbridge.story.cases.Planted.without;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.scimbridge.story.Cast;
import java.util.List;
import java.util.Map;

/** How Entra tests a connection, looks people up before it creates them, and reads what there is. */
final class EntraReadCases {
    private EntraReadCases() {}

    static List<Case> all() {
        return List.of(me01(), me02(), me03(), me04(), me58(), me60(), me61(), me63(), me64());
    }

    private static Case me01() {
        return Case.of(
                        "ME-01",
                        "Entra looks for a name that nobody can have, to see whether SCIM is spoken here",
                        talk -> talk.get("/Users?filter=userName+eq+%22cf4d78e8-cc4f-4d5d-b8b9-183561c0104a%22")
                                .isList(0))
                .wrong("404 for nobody", status(404))
                .wrong("no Resources", without("/Resources"))
                .wrong("somebody", put("/totalResults", 1))
                .wrong("another media type", Planted.header("content-type", "application/json"));
    }

    private static Case me02() {
        return Case.of("ME-02", "Entra finds people by externalId, a GUID", talk -> {
                    String guid = "2a69c9a6-0002-4f0e-8f52-6a2b3a7c2e5d";
                    String find = "/Users?filter=externalId+eq+%22" + guid + "%22";
                    talk.get(find).isList(0);
                    String user = talk.user(Entra.create("me02@cases.example", "{\"externalId\":\"" + guid + "\"}"));
                    talk.get(find)
                            .isList(1)
                            .says("/Resources/0/externalId", guid)
                            .has("/Resources/0/id", id -> user.endsWith(id.asText()));
                    talk.find("externalId eq \"2A69C9A6-0002-4F0E-8F52-6A2B3A7C2E5D\"")
                            .isList(0);
                })
                .wrong("400 for the attribute", first(), status(400))
                .wrong("404 for nobody", first(), status(404))
                .wrong("somebody else", nth(2), put("/Resources/0/id", "someone"))
                .wrong("nobody after the create", nth(2), put("/totalResults", 0))
                .wrong("that case does not matter", put("/totalResults", 1));
    }

    private static Case me03() {
        return Case.of("ME-03", "Entra finds people by their work address", talk -> {
                    talk.user(Entra.create("me03@cases.example", """
                            {"emails":[{"type":"work","value":"me03.work@cases.example","primary":true},
                                       {"type":"home","value":"me03.home@cases.example"}]}"""));
                    String find =
                            "/Users?filter=emails%%5Btype+eq+%%22work%%22%%5D.value+eq+%%22%s%%40cases.example%%22";
                    talk.get(find.formatted("me03.work")).isList(1).says("/Resources/0/userName", "me03@cases.example");
                    talk.get(find.formatted("ME03.Work")).isList(1);
                    talk.get(find.formatted("me03.home")).isList(0);
                })
                .wrong("400 for the brackets", nth(1), status(400))
                .wrong("nobody", nth(1), put("/totalResults", 0))
                .wrong("somebody else", nth(1), put("/Resources/0/userName", "else@cases.example"))
                .wrong("that case matters", nth(2), put("/totalResults", 0))
                .wrong("that any type will do", put("/totalResults", 1));
    }

    private static Case me04() {
        return Case.of("ME-04", "Entra finds people by values that it writes without quotes", talk -> {
                    talk.user(Entra.create("me04@cases.example", """
                            {"externalId":"jyoung","name":{"familyName":"Employee04"}}"""));
                    talk.get("/Users?filter=externalId%20eq%20jyoung")
                            .isList(1)
                            .says("/Resources/0/userName", "me04@cases.example");
                    talk.get("/Users?filter=externalId%20eq%20jyoung2").isList(0);
                    String sample =
                            "name.FamilyName eq Employee04 and (emails.Value co %s or emails.Value co example.org)";
                    talk.find(sample.formatted("cases.example"))
                            .isList(1)
                            .says("/Resources/0/userName", "me04@cases.example");
                    talk.find(sample.formatted("example.com")).isList(0);
                })
                .wrong("400 for want of quotes", nth(1), status(400))
                .wrong("somebody else", nth(1), put("/Resources/0/userName", "else@cases.example"))
                .wrong("that any text will do", nth(2), put("/totalResults", 1))
                .wrong("400 for several of them", nth(3), status(400))
                .wrong("somebody else for several", nth(3), put("/Resources/0/userName", "else@cases.example"))
                .wrong("that one of two terms will do", put("/totalResults", 1));
    }

    private static Case me58() {
        return Case.of("ME-58", "Entra presents a token that has expired, a wrong one and none", talk -> {
                    Request create = Request.post("/Users", Cast.entra("me58@cases.example"));
                    for (String token : List.of("Bearer expired." + Request.TOKEN, "Bearer wrong", "Bearer ", "")) {
                        for (Request each : List.of(create, Request.get("/Users?filter=userName+eq+%22me58%22"))) {
                            Answer refused = talk.say(each.with("Authorization", token));
                            refused.isError(401).hasHeader("www-authenticate", way -> way.startsWith("Bearer"));
                        }
                    }
                    talk.find("userName eq \"me58@cases.example\"").isList(0);
                })
                .wrong("somebody created", first("POST"), status(201))
                .wrong("a list", first("GET"), status(200))
                .wrong("403", first("GET"), status(403))
                .wrong("no WWW-Authenticate", first("GET"), Planted.header("www-authenticate", ""))
                .wrong("an error of the container", first("GET"), Planted.notScim())
                .wrong("somebody created all the same", put("/totalResults", 1));
    }

    private static Case me60() {
        return Case.of("ME-60", "Entra reads the schemas", talk -> {
                    Answer schemas = talk.get("/Schemas").isList();
                    assertThat(schemas.text()).doesNotContain(":null");
                    assertThat(schemas.resources())
                            .extracting(schema -> schema.path("id").asText())
                            .contains(Bodies.USER, Bodies.GROUP, Bodies.ENTERPRISE);
                    for (JsonNode schema : schemas.resources()) {
                        assertThat(schema.at("/meta/resourceType").asText()).isEqualTo("Schema");
                        assertThat(schema.path("attributes")).isNotEmpty();
                        assertKeywords(schema.path("attributes"));
                    }
                })
                .wrong("404", status(404))
                .wrong("no list", put("/schemas", List.of(Bodies.USER)))
                .wrong("a schema without its type", without("/Resources/0/meta/resourceType"))
                .wrong("a null", put("/Resources/0/description", null))
                .wrong("keywords in capitals", put("/Resources/0/attributes/0/mutability", "READ_WRITE"))
                .wrong("an attribute without a type", without("/Resources/1/attributes/0/type"));
    }

    private static void assertKeywords(JsonNode attributes) {
        for (JsonNode each : attributes) {
            assertThat(each.path("name").asText()).isNotBlank();
            assertThat(each.path("multiValued").isBoolean()).isTrue();
            assertThat(each.path("type").asText())
                    .isIn("string", "boolean", "decimal", "integer", "dateTime", "reference", "binary", "complex");
            assertThat(each.path("mutability").asText()).isIn("readOnly", "readWrite", "immutable", "writeOnly");
            assertThat(each.path("returned").asText()).isIn("always", "never", "default", "request");
            assertThat(each.path("uniqueness").asText("none")).isIn("none", "server", "global");
            assertKeywords(each.path("subAttributes"));
        }
    }

    private static Case me61() {
        return Case.of("ME-61", "Entra looks with a slash behind Users and a capital in the attribute's name", talk -> {
                    talk.user(Entra.create("me61@cases.example", "{\"displayName\":\"Bob Me61\"}"));
                    talk.get("/Users/?filter=DisplayName+eq+%22Bob%20Me61%22")
                            .isList(1)
                            .says("/Resources/0/userName", "me61@cases.example");
                })
                .wrong("404 for the slash", status(404))
                .wrong("400 for the capital", status(400))
                .wrong("nobody", put("/totalResults", 0));
    }

    private static Case me63() {
        return Case.of("ME-63", "Entra asks for two attributes", talk -> {
                    String user = talk.user(Cast.entra("me63@cases.example"));
                    String asked = "?attributes=userName,emails";
                    Answer page = talk.get("/Users" + asked).isList().has("/Resources", all -> !all.isEmpty());
                    for (int i = 0; i < page.resources().size(); i++) {
                        page.hasOnly("/Resources/" + i, "id", "schemas", "userName", "emails");
                    }
                    talk.get(user + asked)
                            .is(200)
                            .says("/userName", "me63@cases.example")
                            .says("/emails/0/type", "work")
                            .hasOnly("", "id", "schemas", "userName", "emails");
                })
                .wrong("an attribute too many", nth(1), put("/Resources/0/active", true))
                .wrong("somebody without an id", nth(1), without("/Resources/0/id"))
                .wrong("a person without an id", without("/id"))
                .wrong("meta", put("/meta", Map.of()))
                .wrong("no addresses", without("/emails"));
    }

    private static Case me64() {
        return Case.of("ME-64", "Entra asks who was created since a moment of another time zone", talk -> {
                    talk.user(Cast.entra("me64@cases.example"));
                    String moment = "2015-10-10T14:38:21.8617979-07:00";
                    for (String since : List.of(moment, '"' + moment + '"')) {
                        String mine = " and userName eq \"me64@cases.example\"";
                        talk.find("meta.Created gt " + since).isList().has("/totalResults", all -> all.asInt() > 1);
                        talk.find("meta.Created gt " + since + mine).isList(1);
                        talk.find("meta.Created lt " + since + mine).isList(0);
                    }
                })
                .wrong("400 for want of quotes", nth(1), status(400))
                .wrong("nobody", nth(1), put("/totalResults", 0))
                .wrong("that it was before", nth(3), put("/totalResults", 1))
                .wrong("400 for quotes", nth(4), status(400));
    }
}
