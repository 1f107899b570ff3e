package dev.scimbridge.story.cases;

import static dev.scimbridge.story.cases.Planted.answering;
import static dev.scimbridge.story.cases.Planted.copied;
import static dev.scimbridge.story.cases.Planted.first;
import static dev.scimbridge.story.cases.Planted.nth;
import static dev.scimbridge.story.cases.Planted.put;
import static dev.scimbridge.story.cases.Planted.status;
import static dev.scimbridge.story.cases.Planted.without;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.scimbridge.story.Cast;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the open source providers Keycloak (by its plugin), authentik and midPoint send. */
final class OpenProviderCases {
    private OpenProviderCases() {}

    static List<Case> all() {
        return List.of(
                kc01(), kc02(), kc04(), kc05(), ak01(), ak02(), ak03(), ak04(), ak05(), ak06(), ak07(), ak08(), ak09(),
                mp01(), mp02());
    }

    private static Case kc01() {
        return Case.of("KC-01", "Keycloak changes active, as text, and names in one PATCH", talk -> {
                    String user = talk.user(Cast.okta("kc01@cases.example"));
                    talk.patch(
                                    user,
                                    Bodies.op("replace", "active", "false"),
                                    Bodies.op("replace", "userName", "kc01@cases.example"),
                                    Bodies.op("replace", "displayName", "Theresa User"))
                            .isDone();
                    talk.get(user)
                            .is(200)
                            .says("/active", false)
                            .says("/userName", "kc01@cases.example")
                            .says("/displayName", "Theresa User");
                })
                .wrong("400 for the text", first("PATCH"), status(400))
                .wrong("a text that stays text", put("/active", "false"))
                .wrong("a text that is true because it is there", put("/active", true))
                .wrong("the old name", put("/displayName", "Tess User"));
    }

    private static Case kc02() {
        return Case.of("KC-02", "Keycloak empties a group and renames it", talk -> {
                    String group = talk.group(Bodies.group("KC-02", talk.people("kc02", 2)));
                    talk.patch(
                                    group,
                                    Bodies.op("remove", "members", null),
                                    Bodies.op("replace", "displayName", "KC-02 new"))
                            .isDone();
                    talk.get(group).is(200).says("/displayName", "KC-02 new").hasMembers(List.of());
                })
                .wrong("400 for the null", first("PATCH"), status(400))
                .wrong("a member that stays", put("/members", List.of(Bodies.member("someone"))))
                .wrong("the old name", put("/displayName", "KC-02"));
    }

    private static Case kc04() {
        return Case.of("KC-04", "Keycloak creates with an e-mail address of no type", talk -> {
                    Answer created =
                            talk.post("/Users", """
                            {"schemas":["%s"],"externalId":"kc-04","userName":"kc04","displayName":"Tess User",
                             "name":{"givenName":"Tess","familyName":"User"},"active":true,
                             "emails":[{"value":"kc04@cases.example"}]}""".formatted(Bodies.USER)).is(201);
                    talk.get("/Users/" + created.id())
                            .is(200)
                            .says("/userName", "kc04")
                            .says("/emails", List.of(Map.of("value", "kc04@cases.example")));
                })
                .wrong("400 for want of a type", first(), status(400))
                .wrong("another address", put("/emails/0/value", "someone@cases.example"))
                .wrong("a type that nobody said", put("/emails/0/type", "work"));
    }

    private static Case kc05() {
        return Case.of("KC-05", "Keycloak points to members from where it thinks it is", talk -> {
                    String user = talk.people("kc05", 1).get(0);
                    String body = """
                            {"schemas":["%1$s"],"displayName":"KC-05",
                             "members":[{"value":"%2$s","$ref":"Users/%2$s"}]}""".formatted(Bodies.GROUP, user);
                    String group = talk.group(body);
                    talk.put(group, body).is(200);
                    talk.get(group)
                            .is(200)
                            .hasMembers(List.of(user))
                            .has("/members/0/$ref", at -> at.asText().matches("https?://.*/scim/v2/Users/" + user));
                })
                .wrong("400 for where it points", first("PUT"), status(400))
                .wrong("nobody", put("/members", List.of()))
                .wrong("that it points there still", put("/members/0/$ref", "Users/someone"));
    }

    private static Case ak01() {
        return Case.of("AK-01", "authentik reads what can be done here", talk -> {
                    Answer config = talk.get("/ServiceProviderConfig").is(200);
                    config.says("/patch/supported", true).says("/filter/supported", true);
                    for (String feature : List.of("bulk", "changePassword", "sort", "etag")) {
                        config.has("/" + feature + "/supported", JsonNode::isBoolean);
                    }
                    for (String limit : List.of("/bulk/maxOperations", "/bulk/maxPayloadSize", "/filter/maxResults")) {
                        config.has(limit, JsonNode::isIntegralNumber);
                    }
                    config.says("/authenticationSchemes/0/type", "oauthbearertoken");
                })
                .wrong("404", status(404))
                .wrong("no PATCH", put("/patch/supported", false))
                .wrong("no filters", without("/filter"))
                .wrong("a limit as text", put("/bulk/maxOperations", "0"))
                .wrong("nothing of versions", without("/etag"))
                .wrong("no way to be let in", put("/authenticationSchemes", List.of()));
    }

    /** authentik's create; the userName is none of its e-mail addresses. */
    private static String authentik(String userName) {
        return """
                {"schemas":["%1$s"],"userName":"%2$s","externalId":"hash-of-%2$s","active":true,
                 "emails":[{"primary":true,"type":"other","value":"%2$s@cases.example"}],
                 "name":{"formatted":"Tess User","familyName":"User","givenName":"Tess"},
                 "displayName":"Tess User"}""".formatted(Bodies.USER, userName);
    }

    private static Case ak02() {
        return Case.of("AK-02", "authentik creates with an e-mail address of another type", talk -> {
                    Answer created =
                            talk.post("/Users", authentik("ak02")).is(201).hasText("/id");
                    talk.get("/Users/" + created.id())
                            .is(200)
                            .says("/userName", "ak02")
                            .says("/emails/0/value", "ak02@cases.example")
                            .says("/emails/0/type", "other");
                })
                .wrong("400 for the type", first(), status(400))
                .wrong("no id", first(), without("/id"))
                .wrong("an address of a better type", put("/emails/0/type", "work"));
    }

    private static Case ak03() {
        return Case.of("AK-03", "authentik creates again, and then looks for the name without quotes", talk -> {
                    String user = talk.user(authentik("ak03"));
                    talk.post("/Users", authentik("ak03")).isError(409, "uniqueness");
                    talk.get("/Users?filter=userName+eq+ak03").isList(1).says("/Resources/0/id", Talk.id(user));
                })
                .wrong("a second person", answering(409), status(201))
                .wrong("400 for want of quotes", status(400))
                .wrong("nobody", put("/totalResults", 0))
                .wrong("somebody else", put("/Resources/0/id", "someone"));
    }

    private static Case ak04() {
        return Case.of("AK-04", "authentik replaces and says the id", talk -> {
                    String user = talk.user(authentik("ak04"));
                    String body = Bodies.edited(
                            Bodies.json(authentik("ak04")),
                            read -> read.put("id", Talk.id(user)).put("displayName", "Theresa User"));
                    for (Answer each : List.of(talk.put(user, body), talk.get(user))) {
                        each.is(200).says("/id", Talk.id(user)).says("/userName", "ak04");
                        each.says("/displayName", "Theresa User").says("/name/familyName", "User");
                        each.says("/externalId", "hash-of-ak04").hasText("/meta/location");
                    }
                })
                .wrong("400 for the id", first("PUT"), status(400))
                .wrong("half a person", first("PUT"), without("/name"))
                .wrong("the old name", put("/displayName", "Tess User"));
    }

    private static Case ak05() {
        return Case.of("AK-05", "authentik adds fifty members by as many operations", talk -> {
                    List<String> users = talk.people("ak05", 50);
                    String group = talk.group(Bodies.group("AK-05", List.of()));
                    List<String> adds = new ArrayList<>();
                    users.forEach(user -> adds.add(Bodies.op("add", "members", List.of(Bodies.member(user)))));
                    talk.patch(group, adds.toArray(String[]::new)).isDone();
                    talk.get(group).is(200).hasMembers(users);
                })
                .wrong("413", first("PATCH"), status(413))
                .wrong("a member too few", without("/members/49"))
                .wrong("the last one alone", put("/members", List.of(Bodies.member("someone"))));
    }

    private static Case ak06() {
        return Case.of("AK-06", "authentik removes a member by value", talk -> {
                    List<String> users = talk.people("ak06", 3);
                    String group = talk.group(Bodies.group("AK-06", users));
                    talk.patch(group, Bodies.op("remove", "members", List.of(Bodies.member(users.get(0)))))
                            .isDone();
                    talk.get(group).is(200).hasMembers(users.subList(1, 3));
                })
                .wrong("400 for the value", first("PATCH"), status(400))
                .wrong("an empty group", put("/members", List.of()))
                .wrong("a member who stays", put("/members/2", Bodies.member("someone")));
    }

    private static Case ak07() {
        return Case.of("AK-07", "authentik changes a group without a path and says its schemas and id", talk -> {
                    List<String> users = talk.people("ak07", 2);
                    String group = talk.group(Bodies.group("AK-07", users));
                    String value = """
                            {"schemas":["%s"],"id":"%s","displayName":"AK-07 new","externalId":"e-07"}""";
                    talk.patch(
                                    group,
                                    "{\"op\":\"replace\",\"value\":" + value.formatted(Bodies.GROUP, Talk.id(group))
                                            + "}")
                            .isDone();
                    talk.get(group)
                            .is(200)
                            .says("/id", Talk.id(group))
                            .says("/displayName", "AK-07 new")
                            .says("/externalId", "e-07")
                            .hasMembers(users);
                })
                .wrong("400 for the id", first("PATCH"), status(400))
                .wrong("the old name", put("/displayName", "AK-07"))
                .wrong("an externalId that was not stored", without("/externalId"))
                .wrong("lost members", put("/members", List.of()));
    }

    private static Case ak08() {
        return Case.of("AK-08", "authentik reads everybody and never says how many at a time", talk -> {
                    List<String> read =
                            talk.toTheEnd(250, start -> start == 1 ? "/Users" : "/Users?startIndex=" + start);
                    assertThat(read).doesNotHaveDuplicates().hasSize(250);
                })
                .on(Scene.CROWDED)
                .wrong("a page without Resources", nth(1), without("/Resources"))
                .wrong("an empty page before the end", nth(1), put("/Resources", List.of()))
                .wrong("a total that is that of the page", first(), put("/totalResults", 100))
                .wrong("somebody twice", first(), copied("/Resources/0/id", "/Resources/7/id"));
    }

    private static Case ak09() {
        return Case.of(
                        "AK-09",
                        "authentik deletes somebody who does not exist",
                        talk -> talk.delete("/Users/3e0c8c0e-7e43-4d7a-a0d3-5b1fd2f0a009")
                                .isError(404))
                .wrong("204", status(204))
                .wrong("a page of HTML", Planted.notScim());
    }

    /** It takes the number of a page for where it starts, so that pages overlap. */
    private static Case mp01() {
        return Case.of("MP-01", "midPoint counts pages where people are counted", talk -> {
                    List<List<String>> pages = new ArrayList<>();
                    for (int start = 1; start <= 3; start++) {
                        Answer page = talk.get("/Users?startIndex=" + start + "&count=25");
                        page.isList(250).says("/startIndex", start).says("/itemsPerPage", 25);
                        pages.add(page.texts("/id"));
                    }
                    for (int next = 1; next < 3; next++) {
                        List<String> overlap = pages.get(next - 1).subList(1, 25);
                        assertThat(pages.get(next).subList(0, 24)).isEqualTo(overlap);
                    }
                })
                .on(Scene.CROWDED)
                .wrong("a page of the number that was meant", nth(1), put("/startIndex", 26))
                .wrong("somebody else in the overlap", put("/Resources/0/id", "someone"))
                .wrong("a wrong total", first(), put("/totalResults", 25))
                .wrong("a short page", without("/Resources/24"));
    }

    private static Case mp02() {
        return Case.of("MP-02", "midPoint reads which types of resources there are", talk -> {
                    Answer types = talk.get("/ResourceTypes").isList();
                    assertThat(types.texts("/endpoint")).contains("/Users", "/Groups");
                    assertThat(types.texts("/name"))
                            .doesNotHaveDuplicates()
                            .contains("User", "Group")
                            .allSatisfy(name -> assertThat(name).isNotBlank());
                })
                .wrong("404", status(404))
                .wrong("a type without a name", without("/Resources/0/name"))
                .wrong("a type without an endpoint", without("/Resources/0/endpoint"))
                .wrong("two types of one name", put("/Resources/0/name", "Group"));
    }
}
