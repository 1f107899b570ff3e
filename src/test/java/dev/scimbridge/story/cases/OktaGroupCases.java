package dev.scimbridge.story.cases;

import static dev.scimbridge.story.cases.Planted.answering;
import static dev.scimbridge.story.cases.Planted.first;
import static dev.scimbridge.story.cases.Planted.put;
import static dev.scimbridge.story.cases.Planted.status;
import static dev.scimbridge.story.cases.Planted.without;

import java.util.ArrayList;
import java.util.List;

/** How Okta pushes groups and their members. */
final class OktaGroupCases {
    private OktaGroupCases() {}

    static List<Case> all() {
        return List.of(
                ok10(), ok17(), ok26(), ok27(), ok28(), ok29(), ok30(), ok31(), ok32(), ok33(), ok34(), ok35(), ok36(),
                ok37(), ok38(), ok40());
    }

    private static Case ok10() {
        return Case.of("OK-10", "Okta lists a thousand groups", talk -> {
                    talk.groups("OK-10", 1000);
                    talk.get("/Groups").isList(1000).says("/startIndex", 1).has("/Resources", all -> !all.isEmpty());
                })
                .on(Scene.CROWDED)
                .wrong("one group too few", put("/totalResults", 999))
                .wrong("a page without groups", put("/Resources", List.of()));
    }

    private static Case ok17() {
        return Case.of("OK-17", "Okta reactivates by PUT, and memberships are still there", talk -> {
                    String user = talk.people("ok17", 1).get(0);
                    String group = talk.group(Bodies.group("OK-17", List.of(user)));
                    for (boolean active : new boolean[] {false, true}) {
                        String body = Bodies.edited(
                                talk.get("/Users/" + user).is(200).json(), read -> read.put("active", active));
                        talk.put("/Users/" + user, body)
                                .is(200)
                                .says("/id", user)
                                .says("/active", active);
                        talk.get(group).is(200).hasMembers(List.of(user));
                    }
                    talk.get("/Users/" + user).is(200).says("/active", true).says("/groups/0/value", Talk.id(group));
                })
                .wrong("another id", first("PUT"), put("/id", "someone"))
                .wrong("inactive afterwards", put("/active", false))
                .wrong("a lost membership of somebody inactive", Planted.nth(4), put("/members", List.of()))
                .wrong("a person without the group", without("/groups"));
    }

    private static Case ok26() {
        return Case.of("OK-26", "Okta imports groups", talk -> {
                    String group = talk.group(Bodies.group("OK-26", List.of()));
                    Answer page =
                            talk.get("/Groups?startIndex=1&count=100").isList().says("/startIndex", 1);
                    page.hasText("/Resources/0/id").hasText("/Resources/0/displayName");
                    talk.get(group).is(200).says("/displayName", "OK-26");
                })
                .wrong("a number that is text", Planted.nth(1), put("/totalResults", "1"))
                .wrong("a group without a name", Planted.nth(1), without("/Resources/0/displayName"));
    }

    private static Case ok27() {
        return Case.of(
                        "OK-27",
                        "Okta looks for a group that is not there",
                        talk -> talk.get("/Groups?filter=displayName%20eq%20%22Test%20SCIMv2%22&startIndex=1&count=100")
                                .isList(0))
                .wrong("404", status(404))
                .wrong("no Resources", without("/Resources"));
    }

    private static Case ok28() {
        return Case.of("OK-28", "Okta creates a group without members", talk -> {
                    Answer created = talk.post("/Groups", Bodies.group("OK-28", List.of()));
                    created.is(201).hasText("/id").says("/displayName", "OK-28");
                    created.has("/schemas", all -> all.toString().contains('"' + Bodies.GROUP + '"'));
                    created.hasHeader("location", at -> at.endsWith("/scim/v2/Groups/" + created.id()));
                    Answer read = talk.get("/Groups/" + created.id()).is(200).says("/displayName", "OK-28");
                    read.hasMembers(List.of());
                })
                .wrong("no id", first(), without("/id"))
                .wrong("no Location", first(), Planted.header("location", ""))
                .wrong("404 afterwards", status(404));
    }

    private static Case ok29() {
        return Case.of("OK-29", "Okta renames a group by PATCH and says its id too", talk -> {
                    List<String> users = talk.people("ok29", 2);
                    String group = talk.group(Bodies.group("OK-29", users));
                    String id = Talk.id(group);
                    talk.patch(group, """
                            {"op":"replace","value":{"id":"%s","displayName":"OK-29 new"}}""".formatted(id)).isDone();
                    talk.get(group)
                            .is(200)
                            .says("/id", id)
                            .says("/displayName", "OK-29 new")
                            .hasMembers(users);
                    talk.findGroup("displayName eq \"OK-29\"").isList(0);
                })
                .wrong("400 for the id", first("PATCH"), status(400))
                .wrong("the old name", first("GET"), put("/displayName", "OK-29"))
                .wrong("lost members", first("GET"), put("/members", List.of()))
                .wrong("a group of the old name", put("/totalResults", 1));
    }

    private static Case ok30() {
        return Case.of("OK-30", "Okta exchanges a member", talk -> {
                    List<String> users = talk.people("ok30", 3);
                    String group = talk.group(Bodies.group("OK-30", users.subList(0, 2)));
                    String leaver = "{\"op\":\"remove\",\"path\":\"members[value eq \\\"" + users.get(0) + "\\\"]\"}";
                    talk.patch(group, leaver, members("add", users.subList(2, 3)))
                            .isDone();
                    talk.get(group).is(200).hasMembers(users.subList(1, 3));
                })
                .wrong("400", first("PATCH"), status(400))
                .wrong("somebody lost by company", without("/members/0"))
                .wrong("a leaver who stays", put("/members/2", Bodies.member("someone")));
    }

    private static Case ok31() {
        return Case.of("OK-31", "Okta pushes all members now", talk -> {
                    List<String> users = talk.people("ok31", 3);
                    String group = talk.group(Bodies.group("OK-31", users.subList(1, 3)));
                    talk.patch(group, members("replace", users.subList(0, 2))).isDone();
                    talk.get(group).is(200).hasMembers(users.subList(0, 2));
                })
                .wrong("400", first("PATCH"), status(400))
                .wrong("one of the old members", put("/members/2", Bodies.member("someone")))
                .wrong("a member too few", without("/members/1"));
    }

    private static Case ok32() {
        return Case.of("OK-32", "Okta pushes an empty group now", talk -> {
                    String group = talk.group(Bodies.group("OK-32", talk.people("ok32", 2)));
                    talk.patch(group, members("replace", List.of())).isDone();
                    talk.get(group).is(200).says("/displayName", "OK-32").hasMembers(List.of());
                })
                .wrong("400 for an empty list", first("PATCH"), status(400))
                .wrong("a member that stays", put("/members", List.of(Bodies.member("someone"))));
    }

    private static Case ok33() {
        return Case.of("OK-33", "Okta replaces members without a path", talk -> {
                    List<String> users = talk.people("ok33", 2);
                    String group = talk.group(Bodies.group("OK-33", users));
                    String only = Bodies.members(users.subList(0, 1));
                    talk.patch(group, "{\"op\":\"replace\",\"value\":{\"members\":" + only + "}}")
                            .isDone();
                    talk.get(group).is(200).says("/displayName", "OK-33").hasMembers(users.subList(0, 1));
                })
                .wrong("400 for want of a path", first("PATCH"), status(400))
                .wrong("a member that stays", put("/members/1", Bodies.member("someone")))
                .wrong("nobody", put("/members", List.of()));
    }

    private static Case ok34() {
        return Case.of("OK-34", "Okta replaces a group with seven members", talk -> {
                    List<String> users = talk.people("ok34", 8);
                    String group = talk.group(Bodies.group("OK-34", users.subList(7, 8)));
                    talk.put(group, Bodies.group("OK-34 new", users.subList(0, 7)))
                            .is(200)
                            .says("/displayName", "OK-34 new")
                            .hasMembers(users.subList(0, 7));
                    talk.get(group).is(200).says("/displayName", "OK-34 new").hasMembers(users.subList(0, 7));
                })
                .wrong("201", first("PUT"), status(201))
                .wrong("an eighth member", put("/members/7", Bodies.member("someone")))
                .wrong("a member too few", without("/members/6"));
    }

    private static Case ok35() {
        return Case.of("OK-35", "Okta replaces a group without members", talk -> {
                    String group = talk.group(Bodies.group("OK-35", talk.people("ok35", 2)));
                    talk.put(group, Bodies.group("OK-35", List.of())).is(200).hasMembers(List.of());
                    talk.get(group).is(200).hasMembers(List.of());
                })
                .wrong("400 for an empty list", first("PUT"), status(400))
                .wrong("a member that stays", put("/members", List.of(Bodies.member("someone"))));
    }

    private static Case ok36() {
        return Case.of("OK-36", "Okta adds a member without type and $ref", talk -> {
                    List<String> users = talk.people("ok36", 2);
                    String group = talk.group(Bodies.group("OK-36", users.subList(0, 1)));
                    talk.patch(group, members("add", users.subList(1, 2))).isDone();
                    talk.get(group).is(200).hasMembers(users);
                    talk.get("/Users/" + users.get(1)).is(200).says("/groups/0/display", "OK-36");
                })
                .wrong("400 for want of a type", first("PATCH"), status(400))
                .wrong("a member silently dropped", first("GET"), without("/members/1"))
                .wrong("a person without the group", without("/groups"));
    }

    private static Case ok37() {
        return Case.of("OK-37", "Okta deletes a group", talk -> {
                    String user = talk.people("ok37", 1).get(0);
                    String group = talk.group(Bodies.group("OK-37", List.of(user)));
                    talk.delete(group).is(204);
                    talk.get(group).isError(404);
                    talk.findGroup("displayName eq \"OK-37\"").isList(0);
                    talk.get("/Users/" + user).is(200).says("/active", true).lacks("/groups");
                })
                .wrong("200 for the delete", first("DELETE"), status(200))
                .wrong("200 afterwards", answering(404), status(200))
                .wrong("a group that is still found", Planted.nth(4), put("/totalResults", 1))
                .wrong("a member deactivated", put("/active", false))
                .wrong("a membership that stays", put("/groups", List.of(Bodies.member("G"))));
    }

    private static Case ok38() {
        return Case.of("OK-38", "Okta creates a group of a name that is taken", talk -> {
                    String group = talk.group(Bodies.group("OK-38", List.of()));
                    talk.post("/Groups", Bodies.group("OK-38", List.of())).isError(409, "uniqueness");
                    talk.findGroup("displayName eq \"OK-38\"").isList(1).says("/Resources/0/id", Talk.id(group));
                })
                .wrong("a second group", answering(409), status(201))
                .wrong("no scimType", answering(409), without("/scimType"))
                .wrong("two of them", put("/totalResults", 2));
    }

    private static Case ok40() {
        return Case.of("OK-40", "Okta adds twenty members at once, each by a PATCH of its own", talk -> {
                    List<String> users = talk.people("ok40", 20);
                    String group = talk.group(Bodies.group("OK-40", List.of()));
                    List<Request> adds = new ArrayList<>();
                    users.forEach(user -> adds.add(Request.patch(group, members("add", List.of(user)))));
                    talk.together(adds).forEach(Answer::isDone);
                    talk.get(group).is(200).hasMembers(users);
                })
                .wrong("a write refused", first("PATCH"), status(409))
                .wrong("a lost member", without("/members/19"));
    }

    /** An operation on {@code members}. */
    private static String members(String op, List<String> ids) {
        return "{\"op\":\"" + op + "\",\"path\":\"members\",\"value\":" + Bodies.members(ids) + "}";
    }
}
