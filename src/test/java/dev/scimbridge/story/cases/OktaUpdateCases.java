package dev.scimbridge.story.cases;

import static dev.scimbridge.story.cases.Planted.answering;
import static dev.scimbridge.story.cases.Planted.first;
import static dev.scimbridge.story.cases.Planted.put;
import static dev.scimbridge.story.cases.Planted.status;
import static dev.scimbridge.story.cases.Planted.without;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.scimbridge.story.Cast;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** How Okta changes, deactivates and reactivates people: read, merge and PUT, or PATCH without a path. */
final class OktaUpdateCases {
    private static final String NOBODY = "/Users/8c3ad7a1-3f5e-4a57-9c0f-0a9d2f0f9f52";

    private OktaUpdateCases() {}

    static List<Case> all() {
        return List.of(ok15(), ok16(), ok18(), ok19(), ok20(), ok21(), ok22(), ok23(), ok24(), ok47(), ok52());
    }

    /** Reads, merges and sends back, as Okta does. */
    private static Answer merged(Talk talk, String user, Consumer<ObjectNode> change) {
        JsonNode read = talk.get(user).is(200).json();
        return talk.put(user, Bodies.edited(read, change));
    }

    private static Case ok15() {
        return Case.of("OK-15", "Okta sends back all it has read, with another title", talk -> {
                    String user = talk.user(Cast.okta("ok15@cases.example"));
                    JsonNode created = talk.get(user).is(200).at("/meta/created");
                    Answer replaced = merged(talk, user, body -> {
                        body.put("title", "Boss").put("shoeSize", 42);
                        body.withObject("meta").put("created", "2001-01-01T00:00:00Z");
                        body.putArray("groups").addObject().put("value", "g1");
                    });
                    for (Answer each : List.of(replaced, talk.get(user))) {
                        each.is(200).says("/title", "Boss").says("/meta/created", created);
                        each.says("/id", Talk.id(user)).says("/userName", "ok15@cases.example");
                        each.says("/name/familyName", "User").lacks("/shoeSize").lacks("/groups");
                    }
                })
                .wrong("400 for what is read-only", first("PUT"), status(400))
                .wrong("the old title", first("PUT"), put("/title", "Engineer"))
                .wrong("a title that was not stored", without("/title"))
                .wrong("another moment of creation", put("/meta/created", "2001-01-01T00:00:00Z"));
    }

    private static Case ok16() {
        return Case.of("OK-16", "Okta deactivates by PUT", talk -> {
                    String user = talk.user(Cast.okta("ok16@cases.example"));
                    merged(talk, user, body -> body.put("active", false))
                            .is(200)
                            .says("/active", false);
                    talk.get(user).is(200).says("/active", false);
                })
                .wrong("active in the answer", first("PUT"), put("/active", true))
                .wrong("404 for somebody inactive", status(404))
                .wrong("active afterwards", put("/active", true));
    }

    private static Case ok18() {
        return Case.of("OK-18", "Okta deactivates by PATCH", talk -> {
                    String user = talk.user(Cast.okta("ok18@cases.example"));
                    Answer patched = talk.patch(user, Cast.OKTA_DEACTIVATE).isDone();
                    assertThat(patched.status() == 204 || !patched.at("/active").asBoolean(true))
                            .isTrue();
                    talk.get(user).is(200).says("/active", false);
                })
                .wrong("active in the answer", first("PATCH"), put("/active", true))
                .wrong("400 for want of a path", first("PATCH"), status(400))
                .wrong("active afterwards", put("/active", true));
    }

    private static Case ok19() {
        return Case.of("OK-19", "Okta reactivates by PATCH", talk -> {
                    String user = talk.user(Cast.okta("ok19@cases.example"));
                    talk.patch(user, Cast.OKTA_DEACTIVATE).isDone();
                    talk.get(user).is(200).says("/active", false);
                    talk.patch(user, Cast.OKTA_ACTIVATE).isDone();
                    talk.get(user).is(200).says("/active", true).says("/userName", "ok19@cases.example");
                })
                .wrong("active while inactive", Planted.nth(2), put("/active", true))
                .wrong("409", Planted.nth(3), status(409))
                .wrong("inactive afterwards", put("/active", false));
    }

    private static Case ok20() {
        return Case.of("OK-20", "Okta sets a password", talk -> {
                    String user = talk.user(Cast.okta("ok20@cases.example"));
                    talk.patch(user, "{\"op\":\"replace\",\"value\":{\"password\":\"N3w-pass!\"}}")
                            .isDone()
                            .lacks("/password");
                    Answer read = talk.get(user).is(200).lacks("/password");
                    assertThat(read.text()).doesNotContain("N3w-pass!");
                    assertThat(talk.log().text()).isNotEmpty().doesNotContain("N3w-pass!", "1mz050nq");
                })
                .wrong("the password in the answer", first("PATCH"), put("/password", "N3w-pass!"))
                .wrong("the password afterwards", first("GET"), put("/password", "N3w-pass!"))
                .wrong("the password in the log", Planted.text("PATCH N3w-pass!"));
    }

    private static Case ok21() {
        return Case.of("OK-21", "Okta changes part of the name and the title by PATCH", talk -> {
                    String user = talk.user(Cast.okta("ok21@cases.example"));
                    talk.patch(user, "{\"op\":\"replace\",\"value\":{\"name\":{\"givenName\":\"X\"},\"title\":\"T\"}}")
                            .isDone();
                    talk.get(user)
                            .is(200)
                            .says("/name/givenName", "X")
                            .says("/name/familyName", "User")
                            .says("/title", "T");
                })
                .wrong("400 for want of a path", first("PATCH"), status(400))
                .wrong("a lost family name", without("/name/familyName"))
                .wrong("the old given name", put("/name/givenName", "Tess"))
                .wrong("no title", without("/title"));
    }

    private static Case ok22() {
        return Case.of("OK-22", "Okta clears with empty texts and nulls", talk -> {
                    String full = Bodies.edited(
                            Bodies.json(Cast.okta("ok22@cases.example")),
                            body -> body.put("title", "Boss").put("nickName", "Tessie"));
                    String user = talk.user(full);
                    talk.get(user).is(200).says("/title", "Boss").says("/nickName", "Tessie");
                    merged(talk, user, body -> body.put("title", "").putNull("nickName"))
                            .is(200);
                    talk.get(user).is(200).lacks("/title").lacks("/nickName").says("/displayName", "Tess User");
                })
                .wrong("400 for an empty text", first("PUT"), status(400))
                .wrong("a title that stays", put("/title", "Boss"))
                .wrong("a title that is empty", put("/title", ""))
                .wrong("a nickName that is null", put("/nickName", null));
    }

    private static Case ok23() {
        return Case.of("OK-23", "Okta replaces without a password", talk -> {
                    String user = talk.user(Cast.okta("ok23@cases.example"));
                    Answer replaced = merged(talk, user, body -> body.put("title", "Boss"));
                    replaced.is(200).lacks("/password");
                    talk.get(user).is(200).lacks("/password").says("/title", "Boss");
                })
                .wrong("400 for want of a password", first("PUT"), status(400))
                .wrong("an empty password", put("/password", ""));
    }

    private static Case ok24() {
        return Case.of("OK-24", "Okta replaces somebody who does not exist", talk -> {
                    talk.put(NOBODY, Cast.okta("ok24@cases.example")).isError(404);
                    talk.find("userName eq \"ok24@cases.example\"").isList(0);
                })
                .wrong("201", first("PUT"), status(201))
                .wrong("somebody created", put("/totalResults", 1));
    }

    /** role-1 is mapped to ANALYST, and the account type is what is shown. */
    private static Case ok47() {
        return Case.of("OK-47", "Okta gives a role and an entitlement, and then a role that does not exist", talk -> {
                    String user = talk.user(Cast.okta("ok47@cases.example"));
                    Answer given = merged(talk, user, body -> {
                        body.putArray("roles")
                                .addObject()
                                .put("value", "role-1")
                                .put("display", "First Role");
                        ObjectNode licence = body.putArray("entitlements").addObject();
                        licence.put("value", "l1").put("display", "L").put("type", "License");
                    });
                    claimGiven(given);
                    claimGiven(talk.get(user));
                    merged(
                                    talk,
                                    user,
                                    body -> body.putArray("roles").addObject().put("value", "role-99"))
                            .isError(400, "invalidValue");
                    claimGiven(talk.get(user));
                })
                .wrong("no role in the answer", first("PUT"), without("/roles"))
                .wrong("a lost entitlement", Planted.nth(3), without("/entitlements"))
                .wrong("that an unknown role is taken", answering(400), status(200))
                .wrong("an unknown role afterwards", put("/roles/0/value", "role-99"));
    }

    private static void claimGiven(Answer answer) {
        answer.is(200).has("/roles", roles -> roles.size() == 1);
        answer.says("/roles/0/value", "ANALYST").says("/roles/0/display", "First Role");
        answer.says("/roles/0/primary", true);
        answer.says("/entitlements", List.of(Map.of("value", "l1", "display", "L", "type", "License")));
    }

    private static Case ok52() {
        return Case.of("OK-52", "Okta sends back a list as if it were a person", talk -> {
                    String user = talk.user(Cast.okta("ok52@cases.example"));
                    JsonNode list = talk.find("userName eq \"ok52@cases.example\"")
                            .isList(1)
                            .json();
                    talk.put(user, Bodies.edited(list, body -> body.put("active", false)))
                            .isError(400, "invalidSyntax");
                    talk.get(user).is(200).says("/active", true).says("/userName", "ok52@cases.example");
                })
                .wrong("200", first("PUT"), status(200))
                .wrong("another scimType", first("PUT"), put("/scimType", "invalidValue"))
                .wrong("somebody deactivated", put("/active", false));
    }
}
