package dev.scimbridge.story.cases;

import static dev.scimbridge.story.cases.Planted.answering;
import static dev.scimbridge.story.cases.Planted.first;
import static dev.scimbridge.story.cases.Planted.put;
import static dev.scimbridge.story.cases.Planted.status;
import static dev.scimbridge.story.cases.Planted.without;

import com.fasterxml.jackson.databind.JsonNode;
import dev.scimbridge.story.Cast;
import java.util.Comparator;
import java.util.List;

/** How Okta writes of people. */
final class OktaUserCases {
    private OktaUserCases() {}

    static List<Case> all() {
        return List.of(ok01(), ok13(), ok48());
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

    private static Case ok48() {
        return Case.of("OK-48", "Okta creates the same person twice at once", talk -> {
                    Request create = Request.post("/Users", Cast.okta("ok48@cases.example"));
                    List<Answer> answers = talk.together(List.of(create, create)).stream()
                            .sorted(Comparator.comparing(Answer::status))
                            .toList();
                    String id = answers.get(0).is(201).id();
                    answers.get(1).isError(409, "uniqueness");
                    JsonNode found = talk.find("userName eq \"ok48@cases.example\"")
                            .isList(1)
                            .at("/Resources/0/id");
                    talk.get("/Users/" + id).is(200).says("/id", found);
                })
                .wrong("that both are told 201", answering(409), status(201))
                .wrong("that nobody is told 201", answering(201), status(409))
                .wrong("another id", put("/id", "00000000-0000-0000-0000-000000000000"));
    }
}
