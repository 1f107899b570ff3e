package dev.scimbridge.story.cases;

import static dev.scimbridge.story.cases.Planted.answering;
import static dev.scimbridge.story.cases.Planted.first;
import static dev.scimbridge.story.cases.Planted.header;
import static dev.scimbridge.story.cases.Planted.put;
import static dev.scimbridge.story.cases.Planted.status;
import static dev.scimbridge.story.cases.Planted.without;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.scimbridge.story.Cast;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** How Okta tests a connection, and creates and imports people: its SPEC test and what it sends before a create. */
final class OktaUserCases {
    private static final String NOBODY = "/Users/010101001010101011001010101011";

    private OktaUserCases() {}

    static List<Case> all() {
        return List.of(
                ok01(), ok02(), ok03(), ok04(), ok05(), ok06(), ok07(), ok08(), ok09(), ok11(), ok12(), ok13(), ok14(),
                ok25(), ok41(), ok48(), ok51());
    }

    private static Case ok01() {
        return Case.of("OK-01", "Okta tests the connection", talk -> {
                    Request test = Request.get("/Users?startIndex=1&count=2");
                    Answer page = talk.say(test.with("User-Agent", "Okta SCIM Client 1.0.0"));
                    page.isList().says("/startIndex", 1).has("/Resources", all -> all.size() <= 2);
                })
                .wrong("a number that is text", put("/totalResults", "25"))
                .wrong("no startIndex", without("/startIndex"));
    }

    private static Case ok02() {
        return Case.of("OK-02", "Okta tests the connection to an empty workspace", talk -> {
                    Answer page = talk.get("/Users?startIndex=1&count=2");
                    page.isList(0).says("/startIndex", 1).says("/itemsPerPage", 0);
                })
                .on(Scene.EMPTY)
                .wrong("404 for nobody", status(404))
                .wrong("no Resources", without("/Resources"))
                .wrong("a page that starts at 0", put("/startIndex", 0));
    }

    private static Case ok03() {
        return Case.of("OK-03", "Okta finds the first person of the list complete", talk -> {
                    Answer page =
                            talk.get("/Users?count=1&startIndex=1").isList().says("/itemsPerPage", 1);
                    claimComplete(page, "/Resources/0");
                })
                .wrong("nobody", put("/Resources", List.of()))
                .wrong("a person without a family name", without("/Resources/0/name/familyName"))
                .wrong("a person without an e-mail address", put("/Resources/0/emails", List.of()))
                .wrong("active as text", put("/Resources/0/active", "true"));
    }

    private static Case ok04() {
        return Case.of("OK-04", "Okta reads one person by id", talk -> {
                    String id = talk.get("/Users?count=1&startIndex=1")
                            .isList()
                            .at("/Resources/0/id")
                            .asText();
                    Answer one =
                            talk.get("/Users/" + id).is(200).says("/id", id).lacks("/Resources");
                    claimComplete(one, "");
                })
                .wrong("another person", put("/id", "someone"))
                .wrong("a list of one", put("/Resources", List.of()));
    }

    private static void claimComplete(Answer answer, String place) {
        for (String text : List.of("/id", "/userName", "/name/givenName", "/name/familyName", "/emails/0/value")) {
            answer.hasText(place + text);
        }
        answer.has(place + "/active", JsonNode::isBoolean);
    }

    private static Case ok05() {
        return Case.of(
                        "OK-05",
                        "Okta finds nobody of an unknown name",
                        talk -> talk.get("/Users?filter=userName%20eq%20%22abcdefgh%40atko.com%22")
                                .isList(0))
                .wrong("404", status(404))
                .wrong("somebody", put("/totalResults", 1));
    }

    private static Case ok06() {
        return Case.of(
                        "OK-06",
                        "Okta reads somebody who does not exist",
                        talk -> talk.get(NOBODY).isError(404))
                .wrong("200", status(200))
                .wrong("no detail", without("/detail"))
                .wrong("a status that is a number", put("/status", 404));
    }

    private static Case ok07() {
        return Case.of("OK-07", "Okta creates with the media types of its test suite", talk -> {
                    Request create = Request.post("/Users", Cast.okta("Ok07.Runscope@Cases.example"))
                            .with("Content-Type", "application/json")
                            .with("Accept", "application/scim+json; charset=utf-8");
                    Answer created = talk.say(create).is(201);
                    created.says("/active", true).hasText("/id").says("/userName", "Ok07.Runscope@Cases.example");
                    created.has("/schemas", all -> all.toString().contains('"' + Bodies.USER + '"'));
                    created.hasHeader("location", at -> at.endsWith("/scim/v2/Users/" + created.id()));
                    Answer read = talk.get("/Users/" + created.id()).is(200);
                    read.says("/userName", "Ok07.Runscope@Cases.example")
                            .says("/name/givenName", "Tess")
                            .says("/name/familyName", "User");
                })
                .wrong("200 for a create", first(), status(200))
                .wrong("no Location", first(), header("location", ""))
                .wrong("a folded name", first(), put("/userName", "ok07.runscope@cases.example"))
                .wrong("no core schema", first(), put("/schemas", List.of("urn:x")))
                .wrong("a name that was not stored", without("/name/givenName"));
    }

    private static Case ok08() {
        return Case.of("OK-08", "Okta creates the same person again", talk -> {
                    talk.user(Cast.okta("ok08@cases.example"));
                    talk.post("/Users", Cast.okta("ok08@cases.example")).isError(409, "uniqueness");
                    talk.find("userName eq \"ok08@cases.example\"").isList(1);
                })
                .wrong("a second person", answering(409), status(201))
                .wrong("no scimType", answering(409), without("/scimType"))
                .wrong("two of them", put("/totalResults", 2));
    }

    private static Case ok09() {
        return Case.of("OK-09", "Okta finds a person by the name in capitals", talk -> {
                    talk.user(Cast.okta("ok09@cases.example"));
                    talk.find("userName eq \"OK09@CASES.EXAMPLE\"")
                            .isList(1)
                            .says("/Resources/0/userName", "ok09@cases.example");
                })
                .wrong("nobody", put("/totalResults", 0));
    }

    private static Case ok11() {
        return Case.of("OK-11", "Okta presents a wrong token", talk -> {
                    Request find = Request.get("/Users?filter=userName%20eq%20%22ok11%40cases.example%22");
                    Answer refused = talk.say(find.with("Authorization", "non-token"));
                    refused.isError(401).hasHeader("www-authenticate", way -> way.startsWith("Bearer"));
                })
                .wrong("a list", status(200))
                .wrong("no WWW-Authenticate", header("www-authenticate", ""))
                .wrong("an error of the container", Planted.notScim());
    }

    private static Case ok12() {
        return Case.of(
                        "OK-12",
                        "Okta reads an id that cannot be one",
                        talk -> talk.get("/Users/00919288221112222").isError(404))
                .wrong("400", status(400))
                .wrong("a page of HTML", Planted.text("<html></html>"));
    }

    private static Case ok13() {
        return Case.of("OK-13", "Okta creates with groups, password and externalId", talk -> {
                    Answer created =
                            talk.post("/Users", Cast.okta("ok13@cases.example")).is(201);
                    for (Answer each :
                            List.of(created, talk.get("/Users/" + created.id()).is(200))) {
                        each.says("/userName", "ok13@cases.example").says("/externalId", "00ujl29u0le5T6Aj10h7");
                        each.says("/locale", "en-US").lacks("/password").lacks("/groups");
                    }
                })
                .wrong("a password in the answer", first("POST"), put("/password", "1mz050nq"))
                .wrong("an externalId that was not stored", without("/externalId"))
                .wrong("groups that are none", put("/groups", List.of()));
    }

    private static Case ok14() {
        return Case.of("OK-14", "Okta finds somebody inactive", talk -> {
                    String user = talk.user(Cast.okta("ok14@cases.example"));
                    talk.patch(user, Cast.OKTA_DEACTIVATE).isDone();
                    String filter = Talk.encoded("userName eq \"ok14@cases.example\"");
                    talk.get("/Users?startIndex=1&count=100&filter=" + filter)
                            .isList(1)
                            .says("/Resources/0/active", false);
                })
                .wrong("nobody", put("/Resources", List.of()))
                .wrong("somebody active", put("/Resources/0/active", true));
    }

    private static Case ok25() {
        return Case.of("OK-25", "Okta imports 250 people", talk -> {
                    List<String> pages = Stream.of(1, 101, 201)
                            .map("/Users?startIndex=%d&count=100"::formatted)
                            .toList();
                    List<String> ids = imported(talk, pages);
                    assertThat(ids).doesNotHaveDuplicates().hasSize(250);
                    assertThat(imported(talk, pages)).isEqualTo(ids);
                })
                .on(Scene.CROWDED)
                .wrong("a short page", without("/Resources/49"))
                .wrong("somebody twice", first(), put("/Resources/7/id", "someone"))
                .wrong("a wrong total", first(), put("/totalResults", 249));
    }

    private static List<String> imported(Talk talk, List<String> pages) {
        return pages.stream()
                .map(page -> talk.get(page).isList(250))
                .peek(page -> page.says("/itemsPerPage", page.at("/startIndex").asInt() == 201 ? 50 : 100))
                .flatMap(page -> page.texts("/id").stream())
                .toList();
    }

    private static Case ok41() {
        return Case.of("OK-41", "Okta presents the token without the word Bearer", talk -> {
                    Request test = Request.get("/Users?startIndex=1&count=2");
                    talk.say(test.with("Authorization", Request.TOKEN)).isList();
                    talk.say(test.with("Authorization", Request.TOKEN + "x")).isError(401);
                })
                .wrong("that it is refused", first(), status(401))
                .wrong("that any word is a token", status(200));
    }

    private static Case ok48() {
        return Case.of("OK-48", "Okta creates the same person twice at once", talk -> {
                    Request create = Request.post("/Users", Cast.okta("ok48@cases.example"));
                    List<Answer> answers = talk.together(List.of(create, create)).stream()
                            .sorted(Comparator.comparing(Answer::status))
                            .toList();
                    String id = answers.get(0).is(201).id();
                    answers.get(1).isError(409, "uniqueness");
                    talk.find("userName eq \"ok48@cases.example\"").isList(1).says("/Resources/0/id", id);
                })
                .wrong("that both are told 201", answering(409), status(201))
                .wrong("that nobody is told 201", answering(201), status(409))
                .wrong("another id", put("/Resources/0/id", "someone"));
    }

    private static Case ok51() {
        return Case.of("OK-51", "Okta finds names with signs that have a meaning elsewhere", talk -> {
                    String name = "o'k+51&é=\"q\\";
                    String body = Bodies.edited(
                            Bodies.json(Cast.okta("o'k+51@cases.example")), user -> user.put("displayName", name));
                    String user = talk.user(body);
                    for (String filter : List.of(
                            "userName eq \"o'k+51@cases.example\"",
                            "displayName eq \"o'k+51&é=\\\"q\\\\\"",
                            "displayName ew \"\\\\\" and displayName sw \"O'K+51&É\"")) {
                        talk.find(filter).isList(1).says("/Resources/0/displayName", name);
                    }
                    talk.find("displayName eq \"o'k 51&é=\\\"q\\\\\"").isList(0);
                    talk.get(user).is(200).says("/displayName", name);
                })
                .wrong("that nobody has this name", Planted.nth(1), put("/totalResults", 0))
                .wrong("400 for a quote", Planted.nth(2), status(400))
                .wrong("that a plus is a blank", Planted.nth(4), put("/totalResults", 1))
                .wrong("another name", put("/displayName", "ok 51"));
    }
}
