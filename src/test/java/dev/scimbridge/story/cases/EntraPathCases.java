package dev.scimbridge.story.cases;

import static dev.scimbridge.story.cases.Planted.first;
import static dev.scimbridge.story.cases.Planted.put;
import static dev.scimbridge.story.cases.Planted.status;
import static dev.scimbridge.story.cases.Planted.without;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/** How Entra changes one of several values, by a path that says its type. */
final class EntraPathCases {
    private static final String WORK = "emails[type eq \"work\"].";

    private EntraPathCases() {}

    static List<Case> all() {
        return List.of(me17(), me18(), me19(), me20(), me21(), me22());
    }

    private static Case me17() {
        return Case.of("ME-17", "Entra adds a work address to somebody who has none", talk -> {
                    String user = talk.user(Entra.create("me17@cases.example", "{\"emails\":[]}"));
                    talk.patch(user, Bodies.op("Add", WORK + "value", "me17.new@cases.example"))
                            .isDone();
                    talk.get(user)
                            .is(200)
                            .has("/emails", all -> all.size() == 1)
                            .says("/emails/0/type", "work")
                            .says("/emails/0/value", "me17.new@cases.example");
                })
                .wrong("400 for want of a target", first("PATCH"), status(400))
                .wrong("no address", without("/emails"))
                .wrong("an address without a type", without("/emails/0/type"))
                .wrong("a second address", put("/emails/1", Map.of("value", "me17@cases.example")));
    }

    private static Case me18() {
        return Case.of("ME-18", "Entra replaces a work address that is not there", talk -> {
                    String home = "{\"type\":\"home\",\"value\":\"me18.home@cases.example\",\"primary\":true}";
                    String user = talk.user(Entra.create("me18@cases.example", "{\"emails\":[" + home + "]}"));
                    talk.patch(user, Bodies.op("Replace", WORK + "value", "me18.new@cases.example"))
                            .isDone();
                    talk.get(user).is(200).says("/emails", Bodies.json("""
                            [%s,{"type":"work","value":"me18.new@cases.example"}]""".formatted(home)));
                })
                .wrong("400 for want of a target", first("PATCH"), status(400))
                .wrong("no work address", without("/emails/1"))
                .wrong("no home address", without("/emails/0"))
                .wrong("the home address changed", put("/emails/0/value", "me18.new@cases.example"));
    }

    private static Case me19() {
        return Case.of("ME-19", "Entra replaces the work address of somebody who has a home address too", talk -> {
                    String user = talk.user(two("me19"));
                    talk.patch(user, Bodies.op("Replace", WORK + "value", "me19.new@cases.example"))
                            .isDone();
                    JsonNode emails = emails("me19");
                    talk.get(user)
                            .is(200)
                            .has("/emails", all -> all.size() == 2)
                            .says("/emails/0", emails.get(0))
                            .says("/emails/1/value", "me19.new@cases.example")
                            .says("/emails/1/type", "work")
                            .says("/emails/1/primary", true);
                })
                .wrong("400", first("PATCH"), status(400))
                .wrong("a lost home address", without("/emails/0"))
                .wrong("the home address changed", put("/emails/0/value", "me19.new@cases.example"))
                .wrong("the old work address", put("/emails/1/value", "me19.work@cases.example"))
                .wrong("no primary address", without("/emails/1/primary"))
                .wrong("a third address", put("/emails/2", Map.of("value", "me19.new@cases.example")));
    }

    private static Case me20() {
        return Case.of("ME-20", "Entra makes the work address the primary one", talk -> {
                    String user = talk.user(Entra.create("me20@cases.example", """
                            {"emails":[{"type":"home","value":"me20.home@cases.example","primary":true},
                                       {"type":"work","value":"me20.work@cases.example","primary":false}]}"""));
                    talk.patch(user, Bodies.op("replace", WORK + "primary", true))
                            .isDone();
                    talk.get(user)
                            .is(200)
                            .says("/emails/1/primary", true)
                            .says("/emails/1/value", "me20.work@cases.example")
                            .has("/emails/0/primary", primary -> !primary.asBoolean())
                            .says("/emails/0/value", "me20.home@cases.example");
                })
                .wrong("400", first("PATCH"), status(400))
                .wrong("a primary that is text", put("/emails/1/primary", "true"))
                .wrong("two primary addresses", put("/emails/0/primary", true))
                .wrong("a lost address", put("/emails/0", Map.of("type", "home")));
    }

    private static Case me21() {
        return Case.of("ME-21", "Entra removes a work address and says another value", talk -> {
                    String user = talk.user(two("me21"));
                    talk.patch(user, Bodies.op("Remove", WORK + "value", "other@cases.example"))
                            .isDone();
                    Answer read = talk.get(user)
                            .is(200)
                            .says("/emails", List.of(emails("me21").get(0)));
                    assertThat(read.text()).doesNotContain("other@cases.example");
                })
                .wrong("400 for the value", first("PATCH"), status(400))
                .wrong("the other value", put("/emails/0/value", "other@cases.example"))
                .wrong("no address at all", without("/emails"))
                .wrong("the rest of the work address", put("/emails/1", Map.of("type", "work")));
    }

    /** The home address first, the work address primary. */
    private static String two(String name) {
        return Entra.create(name + "@cases.example", "{\"emails\":" + emails(name) + "}");
    }

    private static JsonNode emails(String name) {
        return Bodies.json("""
                [{"type":"home","value":"%1$s.home@cases.example"},
                 {"type":"work","value":"%1$s.work@cases.example","primary":true}]""".formatted(name));
    }

    private static Case me22() {
        return Case.of("ME-22", "Entra changes parts of the address at work", talk -> {
                    String user = talk.user(Entra.create("me22@cases.example", """
                            {"addresses":[{"type":"home","streetAddress":"1 Elm St","country":"NZ"},
                                          {"type":"work","streetAddress":"2 Oak St","locality":"Bern","country":"CH",
                                           "primary":true}]}"""));
                    talk.patch(
                                    user,
                                    Bodies.op("Replace", "addresses[type eq \"work\"].streetAddress", "3 Ash St"),
                                    Bodies.op("Replace", "addresses[type eq \"work\"].country", "Belize"),
                                    Bodies.op("Add", "addresses[type eq \"work\"].postalCode", "0042"))
                            .isDone();
                    talk.get(user).is(200).says("/addresses", Bodies.json("""
                            [{"type":"home","streetAddress":"1 Elm St","country":"NZ"},
                             {"type":"work","streetAddress":"3 Ash St","locality":"Bern","country":"Belize",
                              "postalCode":"0042","primary":true}]"""));
                })
                .wrong("400", first("PATCH"), status(400))
                .wrong("the home address changed", put("/addresses/0/country", "Belize"))
                .wrong("the old street", put("/addresses/1/streetAddress", "2 Oak St"))
                .wrong("a lost town", without("/addresses/1/locality"))
                .wrong("an address of its own", put("/addresses/2", Map.of("type", "work", "country", "Belize")));
    }
}
