package dev.scimbridge.story.cases;

import static dev.scimbridge.story.cases.Planted.first;
import static dev.scimbridge.story.cases.Planted.nth;
import static dev.scimbridge.story.cases.Planted.put;
import static dev.scimbridge.story.cases.Planted.status;
import static dev.scimbridge.story.cases.Planted.without;

import dev.scimbridge.story.Cast;
import java.util.List;
import java.util.Map;

/** How Entra gives app roles, each of its three mappings in another shape. The role that decides is shown as the type. */
final class EntraRoleCases {
    private static final String PRIMARY = "roles[primary eq \"True\"].";

    private EntraRoleCases() {}

    static List<Case> all() {
        return List.of(me08(), me09(), me29(), me30(), me31(), me32());
    }

    private static Case me08() {
        return Case.of("ME-08", "Entra creates with a primary role, and primary is text", talk -> {
                    Answer created = talk.post("/Users", Entra.create("me08@cases.example", """
                            {"roles":[{"primary":"True","value":"Admin","display":"d","type":"t"}]}"""));
                    for (Answer each : List.of(created.is(201), talk.get("/Users/" + created.id()))) {
                        each.says("/roles", Bodies.json("""
                                [{"primary":true,"value":"ADMIN","display":"d","type":"t"}]"""));
                    }
                })
                .wrong("400 for the text", first(), status(400))
                .wrong("the text in the answer", first(), put("/roles/0/primary", "True"))
                .wrong("the text afterwards", put("/roles/0/primary", "True"))
                .wrong("a lost type", without("/roles/0/type"));
    }

    private static Case me09() {
        return Case.of(
                        "ME-09",
                        "Entra creates with two roles, neither of them primary, that have a displayName",
                        talk -> {
                            String user = talk.user(Entra.create("me09@cases.example", """
                            {"roles":[{"primary":false,"type":"WindowsAzureActiveDirectoryRole","displayName":"Admin",
                                       "value":"Admin"},
                                      {"primary":false,"type":"WindowsAzureActiveDirectoryRole","displayName":"User",
                                       "value":"User"}]}"""));
                            talk.get(user).is(200).says("/roles", Bodies.json("""
                            [{"primary":true,"type":"WindowsAzureActiveDirectoryRole","display":"Admin","value":"ADMIN"},
                             {"type":"WindowsAzureActiveDirectoryRole","display":"User","value":"User"}]"""));
                        })
                .wrong("400 for the displayName", first(), status(400))
                .wrong("one role only", without("/roles/1"))
                .wrong("a role without its name", without("/roles/1/display"))
                .wrong("two primary roles", put("/roles/1/primary", true));
    }

    /** 25 is mapped to DEVELOPER, and User to BUSINESS, which gives less. */
    private static Case me29() {
        return Case.of("ME-29", "Entra adds roles that are JSON inside of a text", talk -> {
                    String user = talk.user(Cast.entra("me29@cases.example"));
                    talk.patch(user, Bodies.op("Add", "roles", List.of(inText("25", "R"))))
                            .is(200);
                    talk.get(user).is(200).says("/roles", Bodies.json("""
                            [{"primary":true,"value":"DEVELOPER","display":"R"}]"""));
                    String other = talk.user(Cast.entra("me29.two@cases.example"));
                    talk.patch(other, Bodies.op("Add", "roles", List.of(inText("User", "Q"), inText("25", "R"))))
                            .is(200);
                    talk.get(other).is(200).says("/roles", Bodies.json("""
                            [{"value":"User","display":"Q"},{"primary":true,"value":"DEVELOPER","display":"R"}]"""));
                })
                .wrong("400 for the text", first("PATCH"), status(400))
                .wrong("the text afterwards", first("GET"), put("/roles/0/value", "{\"value\":\"25\"}"))
                .wrong("the old role", first("GET"), put("/roles/0/value", "BUSINESS"))
                .wrong("the old role too", first("GET"), put("/roles/1", Map.of("value", "BUSINESS")))
                .wrong("a role without its name", first("GET"), without("/roles/0/display"))
                .wrong("one of two", without("/roles/0"))
                .wrong("that the first of two decides", put("/roles/0/primary", true));
    }

    private static Map<String, String> inText(String value, String name) {
        return Map.of("value", """
                {"id":"06b07648-ecfe-589f-9d2f-6325724a46ee","value":"%s","displayName":"%s"}""".formatted(value, name));
    }

    private static Case me30() {
        return Case.of("ME-30", "Entra replaces all roles by two", talk -> {
                    String user = talk.user(Cast.entra("me30@cases.example", "25"));
                    talk.get(user).is(200).says("/roles/0/value", "DEVELOPER");
                    talk.patch(user, Bodies.op("replace", "roles", Bodies.json("""
                            [{"primary":false,"type":"WindowsAzureActiveDirectoryRole","display":"User","value":"User"},
                             {"primary":false,"type":"WindowsAzureActiveDirectoryRole","display":"Admin",
                              "value":"Admin"}]""")))
                            .isDone();
                    talk.get(user).is(200).says("/roles", Bodies.json("""
                            [{"type":"WindowsAzureActiveDirectoryRole","display":"User","value":"User"},
                             {"primary":true,"type":"WindowsAzureActiveDirectoryRole","display":"Admin",
                              "value":"ADMIN"}]"""));
                })
                .wrong("400", first("PATCH"), status(400))
                .wrong("the old role too", put("/roles/2", Map.of("value", "25")))
                .wrong("one role only", without("/roles/0"))
                .wrong("two primary roles", put("/roles/0/primary", true));
    }

    private static Case me31() {
        return Case.of(
                        "ME-31",
                        "Entra adds value, name and type of the primary role to somebody who was given none",
                        talk -> {
                            String user = talk.user(Cast.entra("me31@cases.example"));
                            talk.patch(
                                            user,
                                            Bodies.op("Add", PRIMARY + "value", "ANALYST"),
                                            Bodies.op("Add", PRIMARY + "display", "An analyst"),
                                            Bodies.op("Add", PRIMARY + "type", "App"))
                                    .isDone();
                            talk.get(user).is(200).says("/roles", Bodies.json("""
                            [{"primary":true,"value":"ANALYST","display":"An analyst","type":"App"}]"""));
                        })
                .wrong("400 for want of a target", first("PATCH"), status(400))
                .wrong("no role", without("/roles"))
                .wrong("a role for each of the three", put("/roles/1", Map.of("type", "App")))
                .wrong("a role that is not primary", put("/roles/0/primary", false))
                .wrong("a primary that is text", put("/roles/0/primary", "True"));
    }

    private static Case me32() {
        return Case.of("ME-32", "Entra replaces the value of the primary role", talk -> {
                    String user = talk.user(Cast.entra("me32@cases.example", "25"));
                    talk.patch(user, Cast.entraRole("ANALYST")).isDone();
                    talk.get(user).is(200).says("/roles", Bodies.json("""
                            [{"primary":true,"value":"ANALYST","type":"WindowsAzureActiveDirectoryRole"}]"""));
                    talk.patch(user, Cast.entraRole("Nobody knows")).isError(400, "invalidValue");
                    talk.get(user).is(200).says("/roles/0/value", "ANALYST");
                })
                .wrong("400 for true as text", first("PATCH"), status(400))
                .wrong("the old role", first("GET"), put("/roles/0/value", "DEVELOPER"))
                .wrong("the old role too", first("GET"), put("/roles/1", Map.of("value", "25")))
                .wrong("a lost type", first("GET"), without("/roles/0/type"))
                .wrong("that any role will do", nth(3), status(200))
                .wrong("a role that nobody knows", put("/roles/0/value", "Nobody knows"));
    }
}
