package dev.scimbridge.story.cases;

import static dev.scimbridge.story.cases.Planted.answering;
import static dev.scimbridge.story.cases.Planted.first;
import static dev.scimbridge.story.cases.Planted.firstWhere;
import static dev.scimbridge.story.cases.Planted.nth;
import static dev.scimbridge.story.cases.Planted.put;
import static dev.scimbridge.story.cases.Planted.status;
import static dev.scimbridge.story.cases.Planted.without;

import dev.scimbridge.story.Cast;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** How Entra changes plain attributes of people, renames, deactivates and reactivates them. */
final class EntraUpdateCases {
    private EntraUpdateCases() {}

    static List<Case> all() {
        return List.of(me11(), me12(), me13(), me14(), me15(), me16(), me35(), me36(), me37(), me38(), me59(), me65());
    }

    private static Case me11() {
        return Case.of("ME-11", "Entra deactivates with a text for false", talk -> {
                    String user = talk.user(Cast.entra("me11@cases.example"));
                    inAnswer(talk.patch(user, Cast.ENTRA_DEACTIVATE), false);
                    talk.get(user).is(200).says("/active", false).says("/userName", "me11@cases.example");
                })
                .wrong("400 for the text", first("PATCH"), status(400))
                .wrong("active in the answer", first("PATCH"), put("/active", true))
                .wrong("the text in the answer", first("PATCH"), put("/active", "False"))
                .wrong("404 for somebody inactive", status(404))
                .wrong("the text", put("/active", "False"))
                .wrong("active afterwards", put("/active", true));
    }

    private static Case me12() {
        return Case.of("ME-12", "Entra reactivates with a text for true, by Replace and by Add", talk -> {
                    String user = talk.user(Cast.entra("me12@cases.example"));
                    for (String op : List.of("Replace", "Add")) {
                        talk.patch(user, Cast.ENTRA_DEACTIVATE).isDone();
                        talk.get(user).is(200).says("/active", false);
                        inAnswer(talk.patch(user, Bodies.op(op, "active", "True")), true);
                        talk.get(user).is(200).says("/active", true);
                    }
                })
                .wrong("active while inactive", nth(2), put("/active", true))
                .wrong("400 for the text", nth(3), status(400))
                .wrong("inactive after Replace", nth(4), put("/active", false))
                .wrong("400 for Add", nth(7), status(400))
                .wrong("inactive after Add", put("/active", false))
                .wrong("the text", put("/active", "True"));
    }

    private static Case me13() {
        return Case.of("ME-13", "Entra with its flag deactivates with a real false", talk -> {
                    String user = talk.user(Cast.entra("me13@cases.example"));
                    inAnswer(talk.patch(user, Bodies.op("replace", "active", false)), false);
                    talk.get(user).is(200).says("/active", false);
                })
                .wrong("400", first("PATCH"), status(400))
                .wrong("active in the answer", first("PATCH"), put("/active", true))
                .wrong("active afterwards", put("/active", true));
    }

    /** An answer to a PATCH that has a body says what is so now. */
    private static void inAnswer(Answer patched, boolean active) {
        if (patched.isDone().status() == 200) {
            patched.says("/active", active);
        }
    }

    private static Case me14() {
        return Case.of("ME-14", "Entra changes six things in one PATCH", talk -> {
                    String user = talk.user(Entra.create("me14@cases.example", """
                            {"displayName":"Old","title":"Boss","%s":{"employeeNumber":"1","department":"Sales"}}""".formatted(Bodies.ENTERPRISE)));
                    talk.patch(
                                    user,
                                    Bodies.op("Replace", "displayName", "Pvlo"),
                                    Bodies.op("Replace", "emails[type eq \"work\"].value", "me14.new@cases.example"),
                                    Bodies.op("Replace", "name.givenName", "Gtfd"),
                                    Bodies.op("Replace", "externalId", "Eqpj"),
                                    Bodies.op("Replace", Bodies.ENTERPRISE + ":employeeNumber", "Eqpk"),
                                    Bodies.op("Add", "nickName", "Babs"))
                            .isDone();
                    Answer read =
                            talk.get(user).is(200).says("/displayName", "Pvlo").says("/nickName", "Babs");
                    read.says("/name/givenName", "Gtfd").says("/externalId", "Eqpj");
                    read.says("/emails", Bodies.json("""
                            [{"primary":true,"type":"work","value":"me14.new@cases.example"}]"""));
                    read.says(Entra.EXTENSION, Map.of("employeeNumber", "Eqpk", "department", "Sales"));
                    read.says("/name/familyName", "User").says("/title", "Boss").says("/active", true);
                })
                .wrong("400", first("PATCH"), status(400))
                .wrong("the old displayName", put("/displayName", "Old"))
                .wrong("no nickName", without("/nickName"))
                .wrong("the old externalId", put("/externalId", "0a21f0f2-8d2a-4f8e-bf98-7363c4aed4ef"))
                .wrong("the old address too", put("/emails/1", Map.of("type", "work", "value", "me14@cases.example")))
                .wrong("the old number", put(Entra.EXTENSION + "/employeeNumber", "1"))
                .wrong("a lost department", without(Entra.EXTENSION + "/department"))
                .wrong("a lost family name", without("/name/familyName"))
                .wrong("a lost title", without("/title"));
    }

    private static Case me15() {
        return Case.of("ME-15", "Entra adds one attribute", talk -> {
                    String user = talk.user(Cast.entra("me15@cases.example"));
                    talk.get(user).is(200).lacks("/nickName");
                    talk.patch(user, Bodies.op("Add", "nickName", "Babs")).isDone();
                    talk.get(user).is(200).says("/nickName", "Babs").says("/name/givenName", "Tess");
                })
                .wrong("400 for the capital of Add", first("PATCH"), status(400))
                .wrong("no nickName", without("/nickName"))
                .wrong("a list of one", put("/nickName", List.of("Babs")));
    }

    private static Case me16() {
        return Case.of("ME-16", "Entra with its flag changes without a path, by names with dots and URNs", talk -> {
                    String user = talk.user(Entra.create(
                            "me16@cases.example",
                            "{\"title\":\"Boss\",\"" + Bodies.ENTERPRISE + "\":{\"department\":\"Sales\"}}"));
                    talk.patch(user, Entra.replace("""
                            {"displayName":"D","name.givenName":"G","name.familyName":"F","%s:employeeNumber":"1"}""".formatted(Bodies.ENTERPRISE)))
                            .isDone();
                    Answer read =
                            talk.get(user).is(200).says("/displayName", "D").says("/title", "Boss");
                    read.says("/name", Map.of("givenName", "G", "familyName", "F", "formatted", "Tess User"));
                    read.says(Entra.EXTENSION, Map.of("employeeNumber", "1", "department", "Sales"));
                    read.lacks("/name.givenName").lacks(Entra.EXTENSION + ":employeeNumber");
                })
                .wrong("400 for the dots", first("PATCH"), status(400))
                .wrong("names with dots", put("/name.givenName", "G"))
                .wrong("names that are URNs", put(Entra.EXTENSION + ":employeeNumber", "1"))
                .wrong("the old given name", put("/name/givenName", "Tess"))
                .wrong("a lost part of the name", without("/name/formatted"))
                .wrong("a lost department", without(Entra.EXTENSION + "/department"));
    }

    /** Design section 4: the account stays linked, and the old address reserved. */
    private static Case me35() {
        return Case.of("ME-35", "Entra renames somebody", talk -> {
                    String user = talk.user(Cast.entra("me35@cases.example"));
                    talk.patch(user, Entra.replace("{\"userName\":\"me35.new@cases.example\"}"))
                            .is(200)
                            .says("/userName", "me35.new@cases.example");
                    talk.get(user)
                            .is(200)
                            .says("/userName", "me35.new@cases.example")
                            .says("/active", true);
                    talk.find("userName eq \"me35@cases.example\"").isList(0);
                    talk.find("userName eq \"me35.new@cases.example\"")
                            .isList(1)
                            .has("/Resources/0/id", id -> user.endsWith(id.asText()));
                    for (String taken : List.of("me35@cases.example", "me35.new@cases.example")) {
                        talk.post("/Users", Cast.entra(taken)).isError(409, "uniqueness");
                    }
                })
                .wrong("400", first("PATCH"), status(400))
                .wrong("the old name in the answer", first("PATCH"), put("/userName", "me35@cases.example"))
                .wrong("the old name afterwards", first("GET"), put("/userName", "me35@cases.example"))
                .wrong("somebody of the old name", nth(3), put("/totalResults", 1))
                .wrong("another id", nth(4), put("/Resources/0/id", "someone"))
                .wrong("somebody new of the old name", answering(409), status(201))
                .wrong("no scimType", without("/scimType"));
    }

    private static Case me36() {
        return Case.of("ME-36", "Entra renames people to names that are taken, or were until a rename", talk -> {
                    String other = talk.user(Cast.entra("me36.old@cases.example"));
                    talk.patch(other, Entra.replace("{\"userName\":\"me36.taken@cases.example\"}"))
                            .is(200);
                    String user = talk.user(Cast.entra("me36@cases.example"));
                    for (String name : List.of("ME36.Taken", "me36.old")) {
                        String change = "{\"userName\":\"" + name + "@cases.example\",\"title\":\"Boss\"}";
                        talk.patch(user, Entra.replace(change)).isError(409, "uniqueness");
                    }
                    talk.get(user)
                            .is(200)
                            .says("/userName", "me36@cases.example")
                            .lacks("/title");
                    talk.find("userName eq \"me36.taken@cases.example\"").isList(1);
                    claimOneRenamed(talk, talk.people("me36", 2));
                })
                .wrong("200", answering(409), status(200))
                .wrong("400", answering(409), status(400))
                .wrong("no scimType", answering(409), without("/scimType"))
                .wrong("that the old name of another is free", nth(4), status(200))
                .wrong("the name of the other", first("GET"), put("/userName", "ME36.Taken@cases.example"))
                .wrong("half of the change", first("GET"), put("/title", "Boss"))
                .wrong("two of one name", nth(6), put("/totalResults", 2))
                .wrong("200 for two at once", firstWhere(EntraUpdateCases::isLate), status(200))
                .wrong("two of one name at once", put("/totalResults", 2));
    }

    /** Both to one name at once. */
    private static void claimOneRenamed(Talk talk, List<String> users) {
        String rename = Entra.replace("{\"userName\":\"me36.one@cases.example\"}");
        List<Request> both = users.stream()
                .map(user -> Request.patch("/Users/" + user, rename))
                .toList();
        List<Answer> answers = talk.together(both).stream()
                .sorted(Comparator.comparing(Answer::status))
                .toList();
        String renamed = answers.get(0).is(200).id();
        answers.get(1).isError(409, "uniqueness");
        talk.find("userName eq \"me36.one@cases.example\"").isList(1).says("/Resources/0/id", renamed);
    }

    private static boolean isLate(Exchange said) {
        return said.answer().status() == 409 && said.request().body().contains("me36.one");
    }

    private static Case me37() {
        return Case.of("ME-37", "Entra's validator sends a PATCH without operations", talk -> {
                    String user = talk.user(Cast.entra("me37@cases.example"));
                    Answer before = talk.get(user).is(200);
                    talk.patch(user).isError(400, "invalidSyntax");
                    talk.get(user)
                            .is(200)
                            .says("/name", before.at("/name"))
                            .says("/meta/version", before.at("/meta/version"));
                })
                .wrong("200", first("PATCH"), status(200))
                .wrong("500", first("PATCH"), status(500))
                .wrong("another scimType", first("PATCH"), put("/scimType", "invalidValue"))
                .wrong("a change", without("/name/familyName"))
                .wrong("another version", put("/meta/version", "W/\"0\""));
    }

    private static Case me38() {
        return Case.of("ME-38", "Entra adds one attribute and replaces another in one PATCH", talk -> {
                    String user = talk.user(Entra.create("me38@cases.example", "{\"title\":\"Boss\"}"));
                    talk.patch(user, Bodies.op("add", "displayName", "D"), Bodies.op("replace", "title", "T"))
                            .isDone();
                    talk.get(user).is(200).says("/displayName", "D").says("/title", "T");
                })
                .wrong("400", first("PATCH"), status(400))
                .wrong("the first one only", put("/title", "Boss"))
                .wrong("the second one only", without("/displayName"));
    }

    private static Case me59() {
        return Case.of("ME-59", "Entra disables somebody who is in a group, and enables them again", talk -> {
                    String user = talk.user(Cast.entra("me59@cases.example"));
                    String id = Talk.id(user);
                    String group = talk.group(Bodies.group("ME-59", List.of(id)));
                    for (String active : List.of("False", "True")) {
                        talk.patch(user, Bodies.op("Replace", "active", active)).isDone();
                        boolean is = active.equals("True");
                        talk.get(user).is(200).says("/active", is).says("/groups/0/display", "ME-59");
                        talk.find("userName eq \"me59@cases.example\"")
                                .isList(1)
                                .says("/Resources/0/active", is);
                        talk.get(group).is(200).hasMembers(List.of(id));
                    }
                })
                .wrong("404 for somebody inactive", nth(3), status(404))
                .wrong("active while inactive", nth(3), put("/active", true))
                .wrong("that nobody inactive is found", nth(4), put("/totalResults", 0))
                .wrong("a lost membership", nth(5), put("/members", List.of()))
                .wrong("a person without the group", nth(3), without("/groups"))
                .wrong("a membership that does not come back", put("/members", List.of()));
    }

    private static Case me65() {
        return Case.of("ME-65", "Microsoft's sample PATCH has keys that no PATCH has", talk -> {
                    String user = talk.user(Cast.entra("me65@cases.example"));
                    String body = Bodies.edited(
                            Bodies.json(Bodies.patch("""
                            {"name":"changeTitle","op":"replace","path":"title","value":"T"}""")),
                            patch -> patch.put("id", user).put("meta", "x"));
                    talk.say(Request.of("PATCH", user, body)).isDone();
                    talk.get(user).is(200).says("/title", "T").says("/id", Talk.id(user));
                })
                .wrong("400", first("PATCH"), status(400))
                .wrong("no title", without("/title"))
                .wrong("another id", put("/id", "changeTitle"));
    }
}
