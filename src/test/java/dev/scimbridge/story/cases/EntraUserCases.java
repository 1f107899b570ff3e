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

/** How Entra creates people, and deletes them. */
final class EntraUserCases {
    private static final String UNKNOWN = "urn:ietf:params:scim:schemas:extension:CustomExtensionName:2.0:User";

    private EntraUserCases() {}

    static List<Case> all() {
        return List.of(me05(), me06(), me07(), me10(), me39(), me40(), me62(), me66());
    }

    private static Case me05() {
        return Case.of("ME-05", "Entra creates with a meta of its own and no roles", talk -> {
                    Answer created = talk.post("/Users", Cast.entra("me05@cases.example"));
                    String path = "/Users/" + created.is(201).id();
                    created.hasHeader("location", at -> at.endsWith(path));
                    for (Answer each : List.of(created, talk.get(path).is(200))) {
                        each.says("/meta/resourceType", "User")
                                .hasText("/meta/created")
                                .hasText("/meta/lastModified");
                        each.has("/meta/location", at -> at.asText().endsWith(path));
                        each.says("/userName", "me05@cases.example").says("/active", true);
                        each.says("/externalId", "0a21f0f2-8d2a-4f8e-bf98-7363c4aed4ef");
                        each.says("/name/formatted", "Tess User").says("/name/familyName", "User");
                        each.says("/emails", Bodies.json("""
                                [{"primary":true,"type":"work","value":"me05@cases.example"}]"""));
                    }
                })
                .wrong("400 for the meta", first(), status(400))
                .wrong("the meta of the client", first(), put("/meta", Map.of("resourceType", "User")))
                .wrong("no Location", first(), Planted.header("location", ""))
                .wrong("an externalId that was not stored", without("/externalId"))
                .wrong("a name that was not stored", without("/name/formatted"));
    }

    private static Case me06() {
        return Case.of("ME-06", "Entra creates with nulls and a misspelt schema", talk -> {
                    String user = talk.user(
                            Entra.create("me06@cases.example", """
                            {"schemas":["%s","urn:ietf:params:scim:schemas:extension:enterprise:2.0User"],
                             "addresses":null,"phoneNumbers":null,"title":null,"department":null,"manager":null,
                             "%s":{"department":null,"manager":null}}""".formatted(Bodies.USER, Bodies.ENTERPRISE)));
                    Answer read = talk.get(user).is(200).says("/userName", "me06@cases.example");
                    read.lacks("/addresses")
                            .lacks("/phoneNumbers")
                            .lacks("/title")
                            .lacks("/manager");
                    read.lacks(Entra.EXTENSION + "/department").lacks(Entra.EXTENSION + "/manager");
                    assertThat(read.text()).doesNotContain(":null", "2.0User\"");
                })
                .wrong("400 for a null", first(), status(400))
                .wrong(
                        "the misspelt schema",
                        put("/schemas/0", "urn:ietf:params:scim:schemas:extension:enterprise:2.0User"))
                .wrong("a title that is null", put("/title", null))
                .wrong("an empty list", put("/addresses", List.of()))
                .wrong("a null in another place", put("/nickName", null));
    }

    private static Case me07() {
        return Case.of("ME-07", "Entra creates with extensions that schemas does not name", talk -> {
                    String user = talk.user(
                            Entra.create("me07@cases.example", """
                            {"schemas":["%s"],"%s":{"tag":"x"},"%s":{"department":"Sales"}}""".formatted(Bodies.USER, UNKNOWN, Bodies.ENTERPRISE)));
                    Answer read = talk.get(user).is(200).says(Entra.EXTENSION + "/department", "Sales");
                    read.has("/schemas", all -> all.toString().contains('"' + Bodies.ENTERPRISE + '"'));
                    assertThat(read.text()).doesNotContain(UNKNOWN);
                })
                .wrong("400 for the extension", first(), status(400))
                .wrong("a known extension that was not stored", without(Entra.EXTENSION + "/department"))
                .wrong("a known extension that schemas does not name", put("/schemas", List.of(Bodies.USER)))
                .wrong("an extension that /Schemas does not have", put("/" + UNKNOWN, Map.of("tag", "x")));
    }

    private static Case me10() {
        return Case.of(
                        "ME-10",
                        "Entra's validator creates with random words for locale, profileUrl and manager",
                        talk -> {
                            String user =
                                    talk.user(Entra.create("me10@cases.example", """
                            {"locale":"RJWNTUNNOHNZ","profileUrl":"BAPNQLJSRQGD","preferredLanguage":"QWPZ",
                             "%s":{"manager":{"value":"XYMKVVRYDIOO"}}}""".formatted(Bodies.ENTERPRISE)));
                            Answer read = talk.get(user).is(200).says("/locale", "RJWNTUNNOHNZ");
                            read.says("/profileUrl", "BAPNQLJSRQGD").says("/preferredLanguage", "QWPZ");
                            read.says(Entra.EXTENSION + "/manager/value", "XYMKVVRYDIOO");
                        })
                .wrong("400 for the locale", first(), status(400))
                .wrong("no profileUrl", without("/profileUrl"))
                .wrong("another locale", put("/locale", "en-US"))
                .wrong("no manager", without(Entra.EXTENSION + "/manager"));
    }

    private static Case me39() {
        return Case.of("ME-39", "Entra deletes a person, twice", talk -> {
                    String user = talk.user(Cast.entra("me39@cases.example"));
                    talk.delete(user).is(204);
                    talk.get(user).isError(404);
                    talk.delete(user).isError(404);
                    talk.patch(user, Cast.ENTRA_DEACTIVATE).isError(404);
                    talk.find("userName eq \"me39@cases.example\"").isList(0);
                })
                .wrong("200 for the delete", first("DELETE"), status(200))
                .wrong("somebody inactive afterwards", first("GET"), status(200))
                .wrong("204 for the second delete", nth(3), status(204))
                .wrong("an empty 404", nth(3), Planted.text(""))
                .wrong("200 for a change", first("PATCH"), status(200))
                .wrong("somebody who is still found", put("/totalResults", 1));
    }

    /** One id for ever: somebody of another externalId is another person, and nobody inherits anything. */
    private static Case me40() {
        return Case.of("ME-40", "Entra creates deleted people again, the second one as somebody else", talk -> {
                    String gone = deleted(talk, "me40");
                    String back = talk.user(Entra.create("me40@cases.example", "{\"externalId\":\"me40\"}"));
                    assertThat(back).isEqualTo(gone);
                    talk.get(back)
                            .is(200)
                            .says("/active", true)
                            .says("/externalId", "me40")
                            .lacks("/title");
                    talk.find("userName eq \"me40@cases.example\"").isList(1);
                    String left = deleted(talk, "me40.left");
                    String next = talk.user(Entra.create("me40.left@cases.example", "{\"externalId\":\"me40.next\"}"));
                    assertThat(next).isNotEqualTo(left);
                    talk.get(next)
                            .is(200)
                            .says("/active", true)
                            .says("/externalId", "me40.next")
                            .lacks("/title");
                    talk.find("userName eq \"me40.left@cases.example\"").isList(1);
                    talk.get(left).isError(404);
                })
                .wrong("409", nth(2), status(409))
                .wrong("another id for the same person", nth(2), put("/id", "someone"))
                .wrong("a title that was inherited", nth(3), put("/title", "Boss"))
                .wrong("404 for who is back", nth(3), status(404))
                .wrong("the deleted one too", nth(4), put("/totalResults", 2))
                .wrong("a title that somebody else inherited", nth(8), put("/title", "Boss"))
                .wrong("two of the name of another", nth(9), put("/totalResults", 2))
                .wrong("the old id for another person", status(200));
    }

    /** Somebody who is no more: the path of them. */
    private static String deleted(Talk talk, String name) {
        String attributes = "{\"externalId\":\"" + name + "\",\"title\":\"Boss\"}";
        String user = talk.user(Entra.create(name + "@cases.example", attributes));
        talk.delete(user).is(204);
        return user;
    }

    private static Case me62() {
        return Case.of("ME-62", "Microsoft's sample requests write names of attributes with capitals", talk -> {
                    String user = talk.user("""
                            {"Schemas":["%s"],"UserName":"me62@cases.example","Active":true,"DisplayName":"Me62",
                             "Emails":[{"Primary":true,"Type":"work","Value":"me62.mail@cases.example"}],
                             "Name":{"GivenName":"Tess","FamilyName":"User"},
                             "Department":"Sales","Manager":{"Value":"7"}}""".formatted(Bodies.USER));
                    Answer read = talk.get(user)
                            .is(200)
                            .says("/userName", "me62@cases.example")
                            .lacks("/Emails");
                    read.says("/displayName", "Me62").says("/name/givenName", "Tess");
                    read.says(Entra.EXTENSION + "/department", "Sales").says(Entra.EXTENSION + "/manager/value", "7");
                    read.says("/emails", Bodies.json("""
                            [{"primary":true,"type":"work","value":"me62.mail@cases.example"}]"""));
                })
                .wrong("400 for want of a userName", first(), status(400))
                .wrong("capitals", put("/Emails", List.of()))
                .wrong("capitals in a value", put("/emails/0/Value", "me62@cases.example"))
                .wrong("no department", without(Entra.EXTENSION + "/department"))
                .wrong("no given name", without("/name/givenName"));
    }

    private static Case me66() {
        return Case.of("ME-66", "Entra writes telephone numbers as it pleases", talk -> {
                    JsonNode numbers = Bodies.json("""
                            [{"type":"work","value":"55555555555"},{"type":"mobile","value":"+1 (555) 010-0"},
                             {"type":"fax","value":"56-357-7743 ext. 9"}]""");
                    String user = talk.user(Entra.create("me66@cases.example", "{\"phoneNumbers\":" + numbers + "}"));
                    talk.get(user).is(200).says("/phoneNumbers", numbers);
                    talk.patch(user, Bodies.op("Replace", "phoneNumbers[type eq \"work\"].value", "0055555555555"))
                            .isDone();
                    talk.get(user).is(200).says("/phoneNumbers/0/value", "0055555555555");
                })
                .wrong("400 for what is no number", first(), status(400))
                .wrong("a number in another form", nth(1), put("/phoneNumbers/0/value", "tel:55555555555"))
                .wrong("a number that is one", nth(1), put("/phoneNumbers/0/value", 55_555_555_555L))
                .wrong("lost zeros", put("/phoneNumbers/0/value", "55555555555"));
    }
}
