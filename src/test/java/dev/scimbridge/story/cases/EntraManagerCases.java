package dev.scimbridge.story.cases;

import static dev.scimbridge.story.cases.Planted.first;
import static dev.scimbridge.story.cases.Planted.nth;
import static dev.scimbridge.story.cases.Planted.put;
import static dev.scimbridge.story.cases.Planted.status;
import static dev.scimbridge.story.cases.Planted.without;

import dev.scimbridge.story.Cast;
import java.util.List;
import java.util.Map;

/** How Entra says who manages whom: five shapes in all, and its look whether it is so already. */
final class EntraManagerCases {
    private static final String PATH = Bodies.ENTERPRISE + ":manager";
    private static final String SHOWN = Entra.EXTENSION + "/manager";

    private EntraManagerCases() {}

    static List<Case> all() {
        return List.of(me23(), me24(), me25(), me26(), me27(), me28());
    }

    /** Somebody of the department Sales whose manager is {@code m1}. */
    private static String managed(String name) {
        return Entra.create(name + "@cases.example", """
                {"%s":{"department":"Sales","manager":{"value":"m1","displayName":"Max Manager"}}}""".formatted(Bodies.ENTERPRISE));
    }

    private static Case me23() {
        return Case.of("ME-23", "Entra adds a manager as a list of one reference, without the URN", talk -> {
                    String id = talk.people("me23", 1).get(0);
                    String user = talk.user(Cast.entra("me23@cases.example"));
                    String to = "[{\"$ref\":\"http://h/scim/Users/" + id + "\",\"value\":\"" + id + "\"}]";
                    talk.patch(user, Bodies.op("Add", "manager", Bodies.json(to)))
                            .isDone();
                    Answer read = talk.get(user).is(200).says(SHOWN + "/value", id);
                    read.lacks("/manager").says("/userName", "me23@cases.example");
                })
                .wrong("400 for the list", first("PATCH"), status(400))
                .wrong("no manager", without(SHOWN))
                .wrong("a list", put(SHOWN, List.of(Map.of("value", "m"))))
                .wrong("a manager outside of the extension", put("/manager", Map.of("value", "m")));
    }

    private static Case me24() {
        return Case.of("ME-24", "Entra adds a manager as plain text", talk -> {
                    String user = talk.user(Cast.entra("me24@cases.example"));
                    talk.patch(user, Bodies.op("Add", PATH, "271")).isDone();
                    Answer read = talk.get(user).is(200).says(SHOWN + "/value", "271");
                    read.has("/schemas", all -> all.toString().contains('"' + Bodies.ENTERPRISE + '"'));
                })
                .wrong("400 for the text", first("PATCH"), status(400))
                .wrong("no manager", without(SHOWN))
                .wrong("a manager that is text", put(SHOWN, "271"))
                .wrong("an extension that schemas does not name", put("/schemas", List.of(Bodies.USER)));
    }

    private static Case me25() {
        return Case.of("ME-25", "Entra replaces a manager by an object", talk -> {
                    String user = talk.user(managed("me25"));
                    talk.patch(user, Bodies.op("replace", PATH, Map.of("value", "m2")))
                            .isDone();
                    talk.get(user)
                            .is(200)
                            .says(SHOWN, Map.of("value", "m2"))
                            .says(Entra.EXTENSION + "/department", "Sales");
                })
                .wrong("400", first("PATCH"), status(400))
                .wrong("the old manager", put(SHOWN + "/value", "m1"))
                .wrong("the name of the old manager", put(SHOWN + "/displayName", "Max Manager"))
                .wrong("a lost department", without(Entra.EXTENSION + "/department"));
    }

    private static Case me26() {
        return Case.of("ME-26", "Entra's validator replaces a manager by nobody", talk -> {
                    String user = talk.user(managed("me26"));
                    talk.patch(user, Bodies.op("replace", PATH, Map.of("value", "")))
                            .isDone();
                    talk.get(user).is(200).lacks(SHOWN).says(Entra.EXTENSION + "/department", "Sales");
                })
                .wrong("400 for the empty text", first("PATCH"), status(400))
                .wrong("the old manager", put(SHOWN, Map.of("value", "m1")))
                .wrong("an empty manager", put(SHOWN, Map.of("value", "")))
                .wrong("a lost department", without(Entra.EXTENSION + "/department"));
    }

    private static Case me27() {
        return Case.of("ME-27", "Entra removes a manager", talk -> {
                    String user = talk.user(managed("me27"));
                    talk.patch(user, "{\"op\":\"remove\",\"path\":\"" + PATH + "\"}")
                            .isDone();
                    talk.get(user).is(200).lacks(SHOWN).says(Entra.EXTENSION + "/department", "Sales");
                    talk.patch(user, "{\"op\":\"remove\",\"path\":\"" + Bodies.ENTERPRISE + ":department\"}")
                            .isDone();
                    talk.get(user).is(200).lacks(Entra.EXTENSION).says("/userName", "me27@cases.example");
                })
                .wrong("400 for want of a value", first("PATCH"), status(400))
                .wrong("the old manager", nth(2), put(SHOWN, Map.of("value", "m1")))
                .wrong("a lost department", nth(2), without(Entra.EXTENSION + "/department"))
                .wrong("an empty extension", put(Entra.EXTENSION, Map.of()));
    }

    private static Case me28() {
        return Case.of("ME-28", "Entra looks whether somebody has this manager already", talk -> {
                    String user = talk.user(managed("me28"));
                    String id = Talk.id(user);
                    for (String terms :
                            List.of("id eq \"%s\" and manager eq \"%s\"", "manager eq \"%2$s\" and id eq \"%1$s\"")) {
                        for (String manager : List.of("m1", "m2")) {
                            String filter = terms.formatted(id, manager);
                            Answer list = talk.get("/Users?filter=" + Talk.encoded(filter) + "&attributes=id");
                            if (manager.equals("m1")) {
                                list.isList(1).says("/Resources/0/id", id).hasOnly("/Resources/0", "id", "schemas");
                            } else {
                                list.isList(0);
                            }
                        }
                    }
                })
                .wrong("400 for a manager without value", nth(1), status(400))
                .wrong("that it is not so", nth(1), put("/totalResults", 0))
                .wrong("more than the id", nth(1), put("/Resources/0/userName", "me28@cases.example"))
                .wrong("that any manager will do", nth(2), put("/totalResults", 1))
                .wrong("that the order of the terms matters", nth(3), put("/totalResults", 0))
                .wrong("404", status(404));
    }
}
