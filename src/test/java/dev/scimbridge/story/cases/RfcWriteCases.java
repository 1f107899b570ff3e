package dev.scimbridge.story.cases;

import static dev.scimbridge.story.cases.Planted.answering;
import static dev.scimbridge.story.cases.Planted.first;
import static dev.scimbridge.story.cases.Planted.nth;
import static dev.scimbridge.story.cases.Planted.put;
import static dev.scimbridge.story.cases.Planted.status;
import static dev.scimbridge.story.cases.Planted.without;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.scimbridge.story.Cast;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What RFC 7643 and RFC 7644 say of creating and replacing, and of versions that are written. */
final class RfcWriteCases {
    private static final String OF_THE_CLIENT = "9d4a1c52-6a0e-4b1f-8f63-0c2f2a7b0606";

    private RfcWriteCases() {}

    static List<Case> all() {
        return List.of(rf04(), rf05(), rf06(), rf07(), rf41(), rf55(), rf56(), rf57(), rf58(), rf63());
    }

    private static Case rf04() {
        return Case.of("RF-04", "schemas may be left out, but not be those of something else", talk -> {
                    for (String urn : List.of(Bodies.GROUP, "urn:x")) {
                        talk.post(
                                        "/Users",
                                        Bodies.user(
                                                "rf04@cases.example",
                                                user -> user.putArray("schemas").add(urn)))
                                .isError(400, "invalidSyntax");
                    }
                    talk.find("userName eq \"rf04@cases.example\"").isList(0);
                    String user = talk.user(Bodies.user("rf04@cases.example", body -> body.remove("schemas")));
                    talk.get(user).is(200).has("/schemas", all -> all.toString().contains('"' + Bodies.USER + '"'));
                })
                .wrong("a group taken for a person", first(), status(201))
                .wrong("another scimType", nth(1), put("/scimType", "invalidValue"))
                .wrong("somebody created all the same", nth(2), put("/totalResults", 1))
                .wrong("400 for none", answering(201), status(400))
                .wrong("none in the answer", put("/schemas", List.of()));
    }

    private static Case rf05() {
        return Case.of("RF-05", "a person has a userName", talk -> {
                    List<Consumer<ObjectNode>> wrongs = List.of(
                            user -> user.remove("userName"),
                            user -> user.put("userName", ""),
                            user -> user.putNull("userName"));
                    for (Consumer<ObjectNode> wrong : wrongs) {
                        String body = Bodies.user(
                                "rf05@cases.example", wrong.andThen(user -> user.put("externalId", "rf-05")));
                        talk.post("/Users", body).isError(400, "invalidValue");
                    }
                    talk.find("externalId eq \"rf-05\"").isList(0);
                })
                .wrong("somebody of no name", first(), status(201))
                .wrong("another scimType", nth(1), put("/scimType", "invalidSyntax"))
                .wrong("a failure of the bridge", nth(2), status(500))
                .wrong("somebody created all the same", put("/totalResults", 1));
    }

    private static Case rf06() {
        return Case.of("RF-06", "what only the bridge can say is passed over", talk -> {
                    Answer created = talk.post("/Users", Bodies.user("rf06@cases.example", user -> {
                                user.put("id", OF_THE_CLIENT);
                                user.putObject("meta")
                                        .put("created", "2001-01-01T00:00:00Z")
                                        .put("location", "http://else.example/");
                            }))
                            .is(201);
                    assertThat(created.id()).isNotEqualTo(OF_THE_CLIENT);
                    talk.get("/Users/" + OF_THE_CLIENT).isError(404);
                    Answer read = talk.get("/Users/" + created.id()).is(200);
                    read.has("/meta/location", at -> at.asText().endsWith("/Users/" + created.id()));
                    read.has("/meta/created", at -> at.asText().compareTo("2002") > 0);
                })
                .wrong("400 for the id", first(), status(400))
                .wrong("the id of the client", first(), put("/id", OF_THE_CLIENT))
                .wrong("somebody under the id of the client", answering(404), status(200))
                .wrong("the location of the client", put("/meta/location", "http://else.example/"))
                .wrong("the moment of the client", put("/meta/created", "2001-01-01T00:00:00Z"));
    }

    private static Case rf07() {
        return Case.of("RF-07", "what nobody knows is passed over", talk -> {
                    Answer created = talk.post(
                                    "/Users",
                                    Bodies.user(
                                            "rf07@cases.example",
                                            user -> user.put("shoeSize", 42)
                                                    .putObject("urn:x:2.0:User")
                                                    .put("colour", "red")))
                            .is(201);
                    for (Answer each : List.of(created, talk.get("/Users/" + created.id()))) {
                        each.lacks("/shoeSize").lacks("/urn:x:2.0:User").says("/userName", "rf07@cases.example");
                    }
                })
                .wrong("400", first(), status(400))
                .wrong("a failure of the bridge", first(), status(500))
                .wrong("a person of a size", put("/shoeSize", 42))
                .wrong("an extension of nobody", put("/urn:x:2.0:User", Map.of("colour", "red")));
    }

    private static Case rf41() {
        return Case.of("RF-41", "who has seen an old version cannot write", talk -> {
                    String user = talk.user(Cast.okta("rf41@cases.example"));
                    String old = talk.get(user).is(200).header("etag");
                    String title = Bodies.op("replace", "title", "Boss");
                    talk.say(Request.patch(user, title).with("If-Match", old)).isDone();
                    for (Request late : List.of(
                            Request.put(user, Cast.okta("rf41@cases.example")),
                            Request.patch(user, Bodies.op("replace", "title", "Clerk")),
                            Request.delete(user))) {
                        talk.say(late.with("If-Match", old)).isError(412);
                    }
                    talk.get(user).is(200).says("/title", "Boss").hasHeader("etag", now -> !now.equals(old));
                })
                .wrong("that nobody can write", nth(2), status(412))
                .wrong("a late replace", nth(3), status(200))
                .wrong("a late patch", nth(4), status(200))
                .wrong("a late delete", nth(5), status(204))
                .wrong("a person who is gone", status(404))
                .wrong("a title lost to a late replace", without("/title"))
                .wrong("a title lost to a late patch", put("/title", "Clerk"));
    }

    /** Nothing of a person is immutable; who a member is, is. */
    private static Case rf55() {
        return Case.of("RF-55", "what cannot be changed is refused or, being only the bridge's, passed over", talk -> {
                    String user = talk.user(Cast.okta("rf55@cases.example"));
                    String other = Bodies.user("rf55@cases.example", body -> body.put("id", OF_THE_CLIENT));
                    talk.put(user, other).is(200).says("/id", Talk.id(user));
                    talk.get("/Users/" + OF_THE_CLIENT).isError(404);
                    List<String> users = talk.people("rf55", 2);
                    String group = talk.group(Bodies.group("RF-55", users.subList(0, 1)));
                    String path = "members[value eq \"" + users.get(0) + "\"].value";
                    talk.patch(group, Bodies.op("replace", path, users.get(1))).isError(400, "mutability");
                    talk.get(group).is(200).hasMembers(users.subList(0, 1));
                })
                .wrong("another id", first("PUT"), put("/id", OF_THE_CLIENT))
                .wrong("a person of the other id", answering(404), status(200))
                .wrong("a member made another", first("PATCH"), status(200))
                .wrong("another scimType", first("PATCH"), put("/scimType", "invalidValue"))
                .wrong("another member", put("/members", List.of(Bodies.member("someone"))));
    }

    private static final String TITLED = "{\"title\":\"Boss\",\"nickName\":\"Tessie\","
            + "\"phoneNumbers\":[{\"type\":\"work\",\"value\":\"555\"}]}";

    /** Somebody of whom much is said. */
    private static String titled(String name) {
        return Bodies.user(name, user -> user.setAll((ObjectNode) Bodies.json(TITLED)));
    }

    /** An externalId stays: not all clients send what they once set. */
    private static Case rf56() {
        return Case.of("RF-56", "a replace clears what it leaves out", talk -> {
                    String user = talk.user(titled("rf56@cases.example"));
                    talk.get(user).is(200).says("/title", "Boss").says("/phoneNumbers/0/value", "555");
                    String less = Bodies.user("rf56@cases.example", body -> body.remove("externalId"));
                    for (Answer each : List.of(talk.put(user, less), talk.get(user))) {
                        each.is(200).lacks("/title").lacks("/nickName").lacks("/phoneNumbers");
                        each.says("/displayName", "Tess User").says("/externalId", "00ujl29u0le5T6Aj10h7");
                    }
                })
                .wrong("a title that was not stored", nth(1), without("/title"))
                .wrong("a title that stays in the answer", first("PUT"), put("/title", "Boss"))
                .wrong("a title that stays", put("/title", "Boss"))
                .wrong("a number that stays", put("/phoneNumbers", List.of(Map.of("value", "555"))))
                .wrong("a lost externalId", without("/externalId"));
    }

    /** Without an e-mail address of their own, people are shown with that of the workspace: Okta needs one. */
    private static Case rf57() {
        return Case.of("RF-57", "null and an empty list say that there is nothing", talk -> {
                    String user = talk.user(titled("rf57@cases.example"));
                    String second = Bodies.op("add", "emails", List.of(Map.of("value", "home@rf57.example")));
                    talk.patch(user, second).isDone();
                    talk.get(user).is(200).has("/emails", all -> all.size() == 2);
                    String nothing = Bodies.edited(Bodies.json(titled("rf57@cases.example")), body -> {
                        body.putNull("title");
                        body.putArray("emails");
                        body.putArray("phoneNumbers");
                    });
                    talk.put(user, nothing).is(200);
                    talk.get(user)
                            .is(200)
                            .lacks("/title")
                            .lacks("/phoneNumbers")
                            .says("/nickName", "Tessie")
                            .says(
                                    "/emails",
                                    List.of(Map.of("value", "rf57@cases.example", "type", "work", "primary", true)));
                })
                .wrong("400 for the null", first("PUT"), status(400))
                .wrong("a title that is null", put("/title", null))
                .wrong("a title that stays", put("/title", "Boss"))
                .wrong("a list that is empty", put("/phoneNumbers", List.of()))
                .wrong("an address that stays", put("/emails/1", Map.of("value", "home@rf57.example")));
    }

    private static Case rf58() {
        return Case.of("RF-58", "a name in another case is the same name", talk -> {
                    talk.user(Cast.okta("rf58@cases.example"));
                    talk.post("/Users", Cast.okta("RF58@Cases.Example")).isError(409, "uniqueness");
                    talk.find("userName eq \"rf58@cases.example\"")
                            .isList(1)
                            .says("/Resources/0/userName", "rf58@cases.example");
                })
                .wrong("a second person", answering(409), status(201))
                .wrong("no scimType", answering(409), without("/scimType"))
                .wrong("two of them", put("/totalResults", 2))
                .wrong("the later name", put("/Resources/0/userName", "RF58@Cases.Example"));
    }

    private static Case rf63() {
        return Case.of("RF-63", "two people may have one externalId", talk -> {
                    for (String name : List.of("rf63-a@cases.example", "rf63-b@cases.example")) {
                        talk.user(Bodies.user(name, user -> user.put("externalId", "rf-63")));
                    }
                    Answer both = talk.find("externalId eq \"rf-63\"").isList(2);
                    assertThat(both.texts("/userName"))
                            .containsExactlyInAnyOrder("rf63-a@cases.example", "rf63-b@cases.example");
                })
                .wrong("409 for the second", nth(1), status(409))
                .wrong("one of them", put("/totalResults", 1))
                .wrong("the same twice", put("/Resources/0/userName", "rf63-b@cases.example"));
    }
}
