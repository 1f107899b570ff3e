package dev.scimbridge.story.cases;

import static dev.scimbridge.story.cases.Planted.first;
import static dev.scimbridge.story.cases.Planted.nth;
import static dev.scimbridge.story.cases.Planted.put;
import static dev.scimbridge.story.cases.Planted.status;
import static dev.scimbridge.story.cases.Planted.without;
import static org.assertj.core.api.Assertions.assertThat;

import dev.scimbridge.story.Cast;
import java.util.List;
import java.util.Locale;

/** What RFC 7644 3.4.2.2 says of filters. */
final class RfcFilterCases {
    private RfcFilterCases() {}

    static List<Case> all() {
        return List.of(rf08(), rf09(), rf10(), rf11(), rf12(), rf13(), rf14(), rf15());
    }

    private static Case rf08() {
        return finding("RF-08", "the case of names and operators does not matter", "USERNAME EQ \"%s\"");
    }

    private static Case rf09() {
        return finding("RF-09", "a name may say its schema", Bodies.USER + ":userName eq \"%s\"");
    }

    /** Finds one person of a name. */
    private static Case finding(String id, String title, String filter) {
        String name = id.toLowerCase(Locale.ROOT) + "@cases.example";
        return Case.of(id, title, talk -> {
                    String user = talk.user(Cast.okta(name));
                    talk.find(filter.formatted(name)).isList(1).says("/Resources/0/id", Talk.id(user));
                    talk.find(filter.formatted("not-" + name)).isList(0);
                })
                .wrong("400", nth(1), status(400))
                .wrong("nobody", nth(1), put("/totalResults", 0))
                .wrong("somebody else", nth(1), put("/Resources/0/id", "someone"))
                .wrong("everybody, as without a filter", put("/totalResults", 25));
    }

    private static Case rf10() {
        return Case.of("RF-10", "what is no filter is refused", talk -> {
                    for (String filter : List.of("userName regex \"x\"", "", "userName eq")) {
                        talk.find(filter).isError(400, "invalidFilter");
                    }
                })
                .wrong("a list for an unknown operator", first(), status(200))
                .wrong("another scimType", first(), put("/scimType", "invalidValue"))
                .wrong("a list for an empty filter", nth(1), status(200))
                .wrong("a failure of the bridge", status(500));
    }

    private static Case rf11() {
        return Case.of(
                        "RF-11",
                        "what is true or false has no order",
                        talk -> talk.find("active gt true").isError(400, "invalidFilter"))
                .wrong("a list", status(200))
                .wrong("no scimType", without("/scimType"));
    }

    private static Case rf12() {
        return Case.of("RF-12", "what is true may be said as text", talk -> {
                    talk.user(Cast.okta("rf12@cases.example"));
                    for (String truth : List.of("true", "\"true\"")) {
                        talk.find("userName eq \"rf12@cases.example\" and active eq " + truth)
                                .isList(1)
                                .says("/Resources/0/active", true);
                    }
                    talk.find("userName eq \"rf12@cases.example\" and active eq \"false\"")
                            .isList(0);
                })
                .wrong("nobody", nth(1), put("/totalResults", 0))
                .wrong("400 for the text", nth(2), status(400))
                .wrong("active as text", nth(2), put("/Resources/0/active", "true"))
                .wrong("that any text is true", put("/totalResults", 1));
    }

    private static Case rf13() {
        return Case.of("RF-13", "not binds more than and, and and more than or", talk -> {
                    create(talk, "rf13-a@cases.example", "T", "Xaver");
                    create(talk, "rf13-b@cases.example", "T", "Xaver");
                    create(talk, "rf13-c@cases.example", "", "Bob");
                    create(talk, "rf13-d@cases.example", "", "Xaver");
                    claimFound(
                            talk,
                            "not (userName eq \"rf13-a@cases.example\") and (title pr or nickName sw \"b\")"
                                    + " and displayName eq \"RF-13\"",
                            "rf13-b@cases.example",
                            "rf13-c@cases.example");
                    claimFound(
                            talk,
                            "nickName eq \"bob\" and displayName eq \"RF-13\""
                                    + " or displayName eq \"RF-13\" and userName sw \"rf13-a\"",
                            "rf13-a@cases.example",
                            "rf13-c@cases.example");
                })
                .wrong("400", nth(4), status(400))
                .wrong("that not holds for all", nth(4), put("/totalResults", 1))
                .wrong("somebody else", nth(4), put("/Resources/0/userName", "rf13-a@cases.example"))
                .wrong("that or binds more than and", put("/Resources/0/userName", "rf13-d@cases.example"));
    }

    private static void create(Talk talk, String name, String title, String nickName) {
        talk.user(Bodies.user(
                name,
                user -> user.put("displayName", "RF-13").put("title", title).put("nickName", nickName)));
    }

    private static void claimFound(Talk talk, String filter, String... names) {
        Answer found = talk.find(filter).isList(names.length);
        assertThat(found.texts("/userName")).containsExactlyInAnyOrder(names);
    }

    private static Case rf14() {
        return Case.of("RF-14", "what is in brackets must hold for one and the same value", talk -> {
                    String user = talk.user(Bodies.user(
                            "rf14@cases.example",
                            body -> body.withArray("emails")
                                    .addObject()
                                    .put("value", "tess@rf14.example")
                                    .put("type", "home")));
                    talk.find("emails[type eq \"work\" and value co \"@rf14.example\"]")
                            .isList(0);
                    for (String filter : List.of(
                            "emails[type eq \"home\" and value co \"@rf14.example\"]",
                            "emails.type eq \"work\" and emails.value co \"@rf14.example\"")) {
                        talk.find(filter).isList(1).says("/Resources/0/id", Talk.id(user));
                    }
                })
                .wrong("that two values do", nth(1), put("/totalResults", 1))
                .wrong("nobody", nth(2), put("/totalResults", 0))
                .wrong("somebody else", nth(2), put("/Resources/0/id", "someone"))
                .wrong("that it must be one value without brackets too", put("/totalResults", 0));
    }

    private static Case rf15() {
        return Case.of("RF-15", "the case of an externalId matters", talk -> {
                    talk.user(Bodies.user("rf15@cases.example", user -> user.put("externalId", "Rf15-AbC")));
                    talk.find("externalId eq \"rf15-abc\"").isList(0);
                    talk.find("externalId eq \"Rf15-AbC\"").isList(1).says("/Resources/0/externalId", "Rf15-AbC");
                })
                .wrong("that it does not", nth(1), put("/totalResults", 1))
                .wrong("nobody", put("/totalResults", 0))
                .wrong("a folded externalId", put("/Resources/0/externalId", "rf15-abc"));
    }
}
