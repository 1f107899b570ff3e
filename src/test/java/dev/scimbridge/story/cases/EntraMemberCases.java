package dev.scimbridge.story.cases;

import static dev.scimbridge.story.cases.Planted.first;
import static dev.scimbridge.story.cases.Planted.nth;
import static dev.scimbridge.story.cases.Planted.put;
import static dev.scimbridge.story.cases.Planted.status;
import static dev.scimbridge.story.cases.Planted.without;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** How Entra lets people join and leave groups. */
final class EntraMemberCases {
    private EntraMemberCases() {}

    static List<Case> all() {
        return List.of(me46(), me47(), me48(), me49(), me50(), me52(), me53(), me55());
    }

    /** With a list of references, as Entra without its flag writes them. */
    private static String members(String op, Collection<String> ids) {
        return ids.stream()
                .map("{\"$ref\":null,\"value\":\"%s\"}"::formatted)
                .collect(Collectors.joining(",", "{\"op\":\"" + op + "\",\"path\":\"members\",\"value\":[", "]}"));
    }

    /** As Entra with its flag writes it. */
    private static String leaver(String id) {
        return "{\"op\":\"remove\",\"path\":\"members[value eq \\\"" + id + "\\\"]\"}";
    }

    private static Case me46() {
        return Case.of("ME-46", "Entra adds a member with a $ref of null", talk -> {
                    List<String> users = talk.people("me46", 2);
                    String group = talk.group(Bodies.group("ME-46", users.subList(0, 1)));
                    talk.patch(group, members("Add", users.subList(1, 2))).isDone();
                    talk.get(group).is(200).hasMembers(users).says("/displayName", "ME-46");
                    talk.get("/Users/" + users.get(1)).is(200).says("/groups/0/display", "ME-46");
                })
                .wrong("400 for the null", first("PATCH"), status(400))
                .wrong("a member silently dropped", first("GET"), without("/members/1"))
                .wrong("the new member only", first("GET"), without("/members/0"))
                .wrong("a person without the group", without("/groups"));
    }

    private static Case me47() {
        return Case.of("ME-47", "Entra adds a member twice", talk -> {
                    List<String> users = talk.people("me47", 1);
                    String group = talk.group(Bodies.group("ME-47", List.of()));
                    talk.patch(group, members("Add", users)).isDone();
                    talk.patch(group, members("Add", users)).isDone();
                    talk.patch(group, members("Add", List.of(users.get(0), users.get(0))))
                            .isDone();
                    talk.get(group).is(200).hasMembers(users);
                })
                .wrong("409 for the second time", nth(3), status(409))
                .wrong("the member twice", put("/members/1", Bodies.member("someone")))
                .wrong("nobody", put("/members", List.of()));
    }

    private static Case me48() {
        return Case.of("ME-48", "Entra removes one of two members by a list", talk -> {
                    List<String> users = talk.people("me48", 2);
                    String group = talk.group(Bodies.group("ME-48", users));
                    talk.patch(group, members("Remove", users.subList(0, 1))).isDone();
                    talk.get(group).is(200).hasMembers(users.subList(1, 2));
                    talk.get("/Users/" + users.get(0)).is(200).lacks("/groups");
                })
                .wrong("400 for the list", first("PATCH"), status(400))
                .wrong("an empty group", first("GET"), put("/members", List.of()))
                .wrong("a leaver who stays", first("GET"), put("/members/1", Bodies.member("someone")))
                .wrong("a leaver who has the group", put("/groups", List.of(Bodies.member("G"))));
    }

    private static Case me49() {
        return Case.of("ME-49", "Entra with its flag removes one of two members by a filter", talk -> {
                    List<String> users = talk.people("me49", 2);
                    String group = talk.group(Bodies.group("ME-49", users));
                    talk.patch(group, leaver(users.get(0))).isDone();
                    talk.get(group).is(200).hasMembers(users.subList(1, 2));
                })
                .wrong("400 for the filter", first("PATCH"), status(400))
                .wrong("an empty group", put("/members", List.of()))
                .wrong("a leaver who stays", put("/members/1", Bodies.member("someone")));
    }

    private static Case me50() {
        return Case.of("ME-50", "Entra removes somebody who is no member, in each way", talk -> {
                    List<String> users = talk.people("me50", 2);
                    List<String> member = users.subList(0, 1);
                    String group = talk.group(Bodies.group("ME-50", member));
                    String version = talk.get(group).is(200).at("/meta/version").asText();
                    talk.patch(group, members("Remove", users.subList(1, 2))).isDone();
                    talk.patch(group, leaver(users.get(1))).isDone();
                    talk.patch(group, leaver("8c3ad7a1-3f5e-4a57-9c0f-0a9d2f0f9f52"), leaver("nobody"))
                            .isDone();
                    talk.get(group).is(200).hasMembers(member).says("/meta/version", version);
                })
                .wrong("404 for the list", nth(4), status(404))
                .wrong("400 for the filter", nth(5), status(400))
                .wrong("400 for an unknown id", nth(6), status(400))
                .wrong("a lost member", put("/members", List.of()))
                .wrong("a change", put("/meta/version", "W/\"0\""));
    }

    private static Case me52() {
        return Case.of("ME-52", "Entra's validator adds and removes a member in one PATCH", talk -> {
                    List<String> users = talk.people("me52", 2);
                    String group = talk.group(Bodies.group("ME-52", users.subList(1, 2)));
                    talk.patch(group, members("add", users.subList(0, 1)), leaver(users.get(0)))
                            .isDone();
                    talk.get(group).is(200).hasMembers(users.subList(1, 2));
                    talk.patch(group, leaver(users.get(1)), members("add", users.subList(1, 2)))
                            .isDone();
                    talk.get(group).is(200).hasMembers(users.subList(1, 2));
                })
                .wrong("400", first("PATCH"), status(400))
                .wrong("a leaver who stays", first("GET"), put("/members/1", Bodies.member("someone")))
                .wrong("a member lost by company", first("GET"), put("/members", List.of()))
                .wrong("that the order does not matter", put("/members", List.of()));
    }

    private static Case me53() {
        return Case.of("ME-53", "Entra adds a thousand members in one PATCH", talk -> {
                    List<String> users = talk.get("/Users?count=1000").isList().texts("/id");
                    assertThat(users).doesNotHaveDuplicates().hasSize(1000);
                    String group = talk.group(Bodies.group("ME-53", List.of()));
                    talk.patch(group, members("Add", users)).is(204);
                    talk.get(group).is(200).hasMembers(users);
                })
                .on(Scene.PROXIED)
                .wrong("413", first("PATCH"), status(413))
                .wrong("a member too few", without("/members/999"))
                .wrong("a member twice", put("/members/1000", Bodies.member("someone")));
    }

    /** Not refused: nothing else can be meant. */
    private static Case me55() {
        return Case.of("ME-55", "Microsoft's sample requests add a member as plain text", talk -> {
                    List<String> users = talk.people("me55", 2);
                    String group = talk.group(Bodies.group("ME-55", users.subList(0, 1)));
                    talk.patch(group, "{\"op\":\"add\",\"path\":\"members\",\"value\":\"" + users.get(1) + "\"}")
                            .isDone();
                    talk.get(group).is(200).hasMembers(users);
                    talk.patch(group, "{\"op\":\"add\",\"path\":\"members\",\"value\":\"string id 1\"}")
                            .isError(400, "invalidValue");
                    talk.get(group).is(200).hasMembers(users);
                })
                .wrong("500", first("PATCH"), status(500))
                .wrong("a member silently dropped", first("GET"), without("/members/1"))
                .wrong("that nobody can be a member", nth(5), status(200))
                .wrong("a member who is nobody", put("/members/2", Bodies.member("string id 1")));
    }
}
