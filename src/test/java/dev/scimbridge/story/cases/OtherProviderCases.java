package dev.scimbridge.story.cases;

import static dev.scimbridge.story.cases.Planted.answering;
import static dev.scimbridge.story.cases.Planted.copied;
import static dev.scimbridge.story.cases.Planted.first;
import static dev.scimbridge.story.cases.Planted.header;
import static dev.scimbridge.story.cases.Planted.nth;
import static dev.scimbridge.story.cases.Planted.put;
import static dev.scimbridge.story.cases.Planted.status;
import static dev.scimbridge.story.cases.Planted.without;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.scimbridge.story.Cast;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The odd things that Google, OneLogin, JumpCloud, Ping, SailPoint and Rippling send. */
final class OtherProviderCases {
    private static final String VERSION_1 = "urn:scim:schemas:core:1.0";

    private OtherProviderCases() {}

    static List<Case> all() {
        return List.of(
                gw01(), gw02(), gw03(), ol01(), ol02(), ol03(), ol04(), ol05(), jc01(), jc02(), pg01(), pg02(), sp01(),
                rp01());
    }

    private static Case gw01() {
        return Case.of("GW-01", "Google writes with the media type of any JSON", talk -> {
                    Answer created = talk.say(google(Request.post("/Users", Cast.okta("gw01@cases.example"))))
                            .is(201);
                    String user = "/Users/" + created.id();
                    String body = Bodies.edited(created.json(), read -> read.put("title", "Boss"));
                    talk.say(google(Request.put(user, body))).is(200).says("/title", "Boss");
                    talk.say(google(Request.patch(user, Bodies.op("replace", "nickName", "Tessie"))))
                            .isDone();
                    talk.get(user).is(200).says("/title", "Boss").says("/nickName", "Tessie");
                })
                .wrong("415 for a create", first(), status(415))
                .wrong("415 for a replace", first("PUT"), status(415))
                .wrong("415 for a patch", first("PATCH"), status(415))
                .wrong("an answer of another media type", first("PUT"), header("content-type", "application/json"))
                .wrong("a title that was not stored", without("/title"))
                .wrong("a nickName that was not stored", without("/nickName"));
    }

    private static Request google(Request request) {
        return request.with("Content-Type", "application/json").with("User-Agent", "Google-Auto-Provisioning");
    }

    private static Case gw02() {
        return Case.of("GW-02", "Google tests the connection by a count alone", talk -> {
                    Answer page = talk.get("/Users?count=1").isList().says("/startIndex", 1);
                    page.says("/itemsPerPage", 1).has("/totalResults", total -> total.asInt() >= 25);
                })
                .wrong("no startIndex", without("/startIndex"))
                .wrong("a page of nobody", put("/Resources", List.of()))
                .wrong("the size of the page as the total", put("/totalResults", 1));
    }

    private static Case gw03() {
        return Case.of("GW-03", "Google suspends somebody and then deletes them", talk -> {
                    String user = talk.user(Cast.okta("gw03@cases.example"));
                    talk.patch(user, Cast.OKTA_DEACTIVATE).isDone();
                    talk.get(user).is(200).says("/active", false);
                    talk.delete(user).is(204);
                    talk.get(user).isError(404);
                    talk.find("userName eq \"gw03@cases.example\"").isList(0);
                })
                .wrong("404 for somebody suspended", first("DELETE"), status(404))
                .wrong("somebody suspended who is gone", nth(2), status(404))
                .wrong("that they are still there", answering(404), status(200))
                .wrong("that they are still found", put("/totalResults", 1));
    }

    /** Bare, because a client library would say its own name. */
    private static Case ol01() {
        return Case.of("OL-01", "OneLogin looks for somebody unknown and does not say who it is", talk -> {
                    String filter = Talk.encoded("userName eq \"ol01@cases.example\"");
                    Request find = Request.get("/Users?filter=" + filter).asBare();
                    talk.say(find.with("User-Agent", " ")).isList(0);
                })
                .wrong("400 for the empty header", status(400))
                .wrong("404 for nobody", status(404))
                .wrong("somebody", put("/totalResults", 1));
    }

    private static Case ol02() {
        return Case.of("OL-02", "OneLogin creates with the schema of SCIM 1", talk -> {
                    String body = Bodies.user(
                            "ol02@cases.example",
                            user -> user.putArray("schemas").add(VERSION_1));
                    Answer created = talk.post("/Users", body).is(201);
                    for (Answer each : List.of(created, talk.get("/Users/" + created.id()))) {
                        each.has("/schemas", all -> all.toString().contains('"' + Bodies.USER + '"'));
                        each.has("/schemas", all -> !all.toString().contains(VERSION_1));
                        each.says("/userName", "ol02@cases.example");
                    }
                })
                .wrong("a failure of the bridge", first(), status(500))
                .wrong("the schema of SCIM 1", first(), put("/schemas", List.of(Bodies.USER, VERSION_1)))
                .wrong("no schema of SCIM 2", put("/schemas", List.of()));
    }

    private static Case ol03() {
        return Case.of("OL-03", "OneLogin replaces somebody with the few attributes of a template", talk -> {
                    String user = talk.user(Cast.okta("ol03@cases.example"));
                    String template = """
                            {"schemas":["%s"],"userName":"ol03@cases.example",
                             "name":{"givenName":"Theresa","familyName":"User"},
                             "emails":[{"value":"ol03@cases.example"}]}""".formatted(VERSION_1);
                    for (Answer each : List.of(talk.put(user, template), talk.get(user))) {
                        each.is(200).says("/id", Talk.id(user)).says("/userName", "ol03@cases.example");
                        each.says("/name/givenName", "Theresa").says("/active", true);
                    }
                })
                .wrong("400 for what is missing", first("PUT"), status(400))
                .wrong("somebody deactivated because active was not said", put("/active", false))
                .wrong("the old name", put("/name/givenName", "Tess"));
    }

    private static Case ol04() {
        return Case.of("OL-04", "OneLogin reads five hundred groups and does not say how many at a time", talk -> {
                    List<String> created =
                            talk.groups("OL-04", 500).stream().map(Talk::id).toList();
                    int total = total(talk);
                    List<String> read =
                            talk.toTheEnd(total, start -> start == 1 ? "/Groups" : "/Groups?startIndex=" + start);
                    assertThat(read)
                            .doesNotHaveDuplicates()
                            .hasSize(total)
                            .hasSizeGreaterThanOrEqualTo(500)
                            .containsAll(created);
                })
                .wrong("a total that is that of the page", nth(501), put("/totalResults", 100))
                .wrong("a page that is empty", put("/Resources", List.of()))
                .wrong("a group twice", nth(501), copied("/Resources/0/id", "/Resources/7/id"))
                .wrong("another group than was created", put("/Resources/0/id", "some"));
    }

    /** How many groups there are, of whichever cases. */
    private static int total(Talk talk) {
        return talk.get("/Groups?count=0").isList().at("/totalResults").asInt();
    }

    private static Case ol05() {
        return Case.of("OL-05", "OneLogin sends thirty changes of groups at once", talk -> {
                    List<String> users = talk.people("ol05", 3);
                    List<String> groups = talk.groups("OL-05", 10);
                    List<Request> adds = new ArrayList<>();
                    groups.forEach(group -> users.forEach(user -> adds.add(Request.patch(group, add(user)))));
                    talk.together(adds).forEach(Answer::isDone);
                    groups.forEach(group -> talk.get(group).is(200).hasMembers(users));
                })
                .wrong("a change refused", first("PATCH"), status(409))
                .wrong("a change lost", first("GET"), without("/members/1"))
                .wrong("another one lost", without("/members/0"));
    }

    private static String add(String user) {
        return Bodies.op("add", "members", List.of(Bodies.member(user)));
    }

    private static Case jc01() {
        return Case.of("JC-01", "JumpCloud tries everything with a person and a group of its own", talk -> {
                    String user = talk.user(Cast.okta("jc01@cases.example"));
                    String changed = Bodies.user("jc01@cases.example", body -> body.put("title", "Test"));
                    talk.put(user, changed).is(200).says("/title", "Test");
                    List<String> only = List.of(Talk.id(user));
                    String group = talk.group(Bodies.group("JC-01", List.of()));
                    talk.patch(group, add(Talk.id(user))).isDone();
                    talk.get(group).is(200).hasMembers(only);
                    talk.patch(group, Bodies.op("remove", "members", List.of(Bodies.member(Talk.id(user)))))
                            .isDone();
                    talk.get(group).is(200).hasMembers(List.of());
                    List.of(user, group).forEach(path -> talk.delete(path).is(204));
                    List.of(user, group).forEach(path -> talk.get(path).isError(404));
                })
                .wrong("a replace refused", nth(1), status(405))
                .wrong("a member who was not added", nth(4), put("/members", List.of()))
                .wrong("a member who was not removed", nth(6), put("/members", List.of(Bodies.member("someone"))))
                .wrong("a person who cannot be deleted", nth(7), status(501))
                .wrong("a group that cannot be deleted", nth(8), status(501))
                .wrong("a person who stays", nth(9), status(200))
                .wrong("a group that stays", status(200));
    }

    private static Case jc02() {
        return Case.of("JC-02", "JumpCloud adds the same member three times", talk -> {
                    String user = talk.people("jc02", 1).get(0);
                    String group = talk.group(Bodies.group("JC-02", List.of()));
                    for (int time = 1; time <= 3; time++) {
                        talk.patch(group, add(user)).isDone();
                    }
                    talk.get(group).is(200).hasMembers(List.of(user));
                })
                .wrong("409 for who is there already", nth(4), status(409))
                .wrong("the member twice", put("/members/1", Bodies.member("someone")))
                .wrong("nobody", put("/members", List.of()));
    }

    private static Case pg01() {
        return Case.of("PG-01", "Ping reads all groups, page by page, and then again", talk -> {
                    List<String> created =
                            talk.groups("PG-01", 25).stream().map(Talk::id).toList();
                    int total = total(talk);
                    List<String> read = talk.toTheEnd(total, start -> "/Groups?count=50&startIndex=" + start);
                    assertThat(read).doesNotHaveDuplicates().hasSize(total).containsAll(created);
                    assertThat(talk.toTheEnd(total, start -> "/Groups?count=50&startIndex=" + start))
                            .isEqualTo(read);
                })
                .wrong("a total that is that of the page", nth(26), put("/totalResults", 10))
                .wrong("a group twice", nth(26), copied("/Resources/0/id", "/Resources/7/id"))
                .wrong("a page that is not the same again", put("/Resources/0/id", "some"))
                .wrong("a page that is empty", put("/Resources", List.of()));
    }

    private static Case pg02() {
        return Case.of("PG-02", "Ping creates somebody inactive", talk -> {
                    String body = Bodies.user("pg02@cases.example", user -> user.put("active", false));
                    Answer created = talk.post("/Users", body).is(201).says("/active", false);
                    talk.get("/Users/" + created.id()).is(200).says("/active", false);
                    talk.find("userName eq \"pg02@cases.example\"").isList(1).says("/Resources/0/active", false);
                })
                .wrong("that somebody inactive is refused", first(), status(400))
                .wrong("active in the answer", first(), put("/active", true))
                .wrong("active afterwards", nth(1), put("/active", true))
                .wrong("that nobody inactive is found", put("/totalResults", 0));
    }

    private static Case sp01() {
        return Case.of("SP-01", "SailPoint reads each type and each schema for itself", talk -> {
                    for (Map.Entry<String, String> type :
                            List.of(Map.entry("User", Bodies.USER), Map.entry("Group", Bodies.GROUP))) {
                        talk.get("/ResourceTypes/" + type.getKey())
                                .is(200)
                                .says("/name", type.getKey())
                                .says("/endpoint", "/" + type.getKey() + "s")
                                .says("/schema", type.getValue())
                                .lacks("/Resources");
                        talk.get("/Schemas/" + type.getValue())
                                .is(200)
                                .says("/id", type.getValue())
                                .has("/attributes", all -> !all.isEmpty())
                                .lacks("/Resources");
                    }
                })
                .wrong("404 for a type", first(), status(404))
                .wrong("a list of one type", first(), put("/Resources", List.of()))
                .wrong("a type without endpoint", nth(2), without("/endpoint"))
                .wrong("another schema", put("/id", "urn:x"))
                .wrong("a schema without attributes", put("/attributes", List.of()));
    }

    private static Case rp01() {
        return Case.of("RP-01", "Rippling creates somebody of whom it says little, twice", talk -> {
                    String body = Bodies.user("rp01@cases.example", OtherProviderCases::little);
                    Answer created = talk.post("/Users", body).is(201);
                    talk.post("/Users", body).isError(409, "uniqueness");
                    talk.get("/Users/" + created.id())
                            .is(200)
                            .says("/externalId", "rippling-01")
                            .says("/active", true)
                            .says("/emails/0/value", "rp01@cases.example");
                    talk.find("externalId eq \"rippling-01\"").isList(1);
                })
                .wrong("that little is too little", first(), status(400))
                .wrong("a second person", answering(409), status(201))
                .wrong("an externalId that was not stored", nth(2), without("/externalId"))
                .wrong("two of them", put("/totalResults", 2));
    }

    private static void little(ObjectNode user) {
        user.retain("schemas", "userName", "name", "emails");
        user.put("externalId", "rippling-01");
    }
}
