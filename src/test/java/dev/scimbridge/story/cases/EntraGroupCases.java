package dev.scimbridge.story.cases;

import static dev.scimbridge.story.cases.Planted.answering;
import static dev.scimbridge.story.cases.Planted.first;
import static dev.scimbridge.story.cases.Planted.nth;
import static dev.scimbridge.story.cases.Planted.put;
import static dev.scimbridge.story.cases.Planted.status;
import static dev.scimbridge.story.cases.Planted.without;

import java.util.List;

/** How Entra creates groups, looks for them, and asks who is in them. */
final class EntraGroupCases {
    private EntraGroupCases() {}

    static List<Case> all() {
        return List.of(me41(), me42(), me43(), me44(), me45(), me51(), me54());
    }

    private static Case me41() {
        return Case.of("ME-41", "Entra creates a group with a schema of Microsoft's and no members", talk -> {
                    Answer created = talk.post("/Groups", """
                            {"schemas":["%s","http://schemas.microsoft.com/2006/11/ResourceManagement/ADSCIM/2.0/Group"],
                             "externalId":"8aa1a0c0-c4c3-4bc0-b4a5-2ef676900159","displayName":"ME-41",
                             "meta":{"resourceType":"Group"}}""".formatted(Bodies.GROUP));
                    String path = "/Groups/" + created.is(201).id();
                    created.hasHeader("location", at -> at.endsWith(path));
                    for (Answer each : List.of(created, talk.get(path).is(200))) {
                        each.says("/schemas", List.of(Bodies.GROUP)).says("/displayName", "ME-41");
                        each.says("/externalId", "8aa1a0c0-c4c3-4bc0-b4a5-2ef676900159")
                                .hasMembers(List.of());
                        each.has("/meta/location", at -> at.asText().endsWith(path))
                                .hasText("/meta/created");
                    }
                })
                .wrong("400 for the schema", first(), status(400))
                .wrong("the foreign schema", put("/schemas/1", "http://schemas.microsoft.com/2006/11/Group"))
                .wrong("an externalId that was not stored", without("/externalId"))
                .wrong("a member", put("/members", List.of(Bodies.member("someone"))))
                .wrong("no meta", without("/meta"));
    }

    private static Case me42() {
        return Case.of("ME-42", "Entra's validator creates a second group of one name", talk -> {
                    String group = talk.group(Bodies.group("ME-42", List.of()));
                    for (String name : List.of("ME-42", "me-42")) {
                        talk.post("/Groups", Bodies.group(name, List.of())).isError(409, "uniqueness");
                    }
                    talk.findGroup("displayName eq \"ME-42\"").isList(1).says("/Resources/0/id", id(group));
                })
                .wrong("a second group", answering(409), status(201))
                .wrong("a second group of the name in other letters", nth(2), status(201))
                .wrong("no scimType", answering(409), without("/scimType"))
                .wrong("two of them", put("/totalResults", 2));
    }

    private static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static Case me43() {
        return Case.of("ME-43", "Entra reads a group without its members", talk -> {
                    String group = talk.group(Bodies.group("ME-43", talk.people("me43", 2)));
                    talk.get(group + "?excludedAttributes=members")
                            .is(200)
                            .says("/displayName", "ME-43")
                            .says("/id", id(group))
                            .lacks("/members");
                    talk.get(group).is(200).has("/members", all -> all.size() == 2);
                })
                .wrong("members", nth(3), put("/members", List.of(Bodies.member("someone"))))
                .wrong("an empty list of members", nth(3), put("/members", List.of()))
                .wrong("no name", nth(3), without("/displayName"))
                .wrong("members that are gone", without("/members"));
    }

    private static Case me44() {
        return Case.of("ME-44", "Entra finds a group by its name, without its members", talk -> {
                    String group = talk.group(Bodies.group("ME-44", talk.people("me44", 1)));
                    talk.get("/Groups?excludedAttributes=members&filter=displayName+eq+%22ME-44%22")
                            .isList(1)
                            .says("/Resources/0/id", id(group))
                            .says("/Resources/0/displayName", "ME-44")
                            .lacks("/Resources/0/members");
                    talk.get("/Groups?excludedAttributes=members&filter=displayName+eq+%22ME-44+none%22")
                            .isList(0);
                })
                .wrong("members", nth(2), put("/Resources/0/members", List.of()))
                .wrong("no group", nth(2), put("/totalResults", 0))
                .wrong("another group", nth(2), put("/Resources/0/id", "G"))
                .wrong("404 for no group", status(404));
    }

    private static Case me45() {
        return Case.of("ME-45", "Entra's validator finds a group by its name in capitals", talk -> {
                    talk.group(Bodies.group("Me-45 group", List.of()));
                    talk.get("/Groups?filter=displayName+eq+%22ME-45+GROUP%22")
                            .isList(1)
                            .says("/Resources/0/displayName", "Me-45 group");
                })
                .wrong("no group", put("/totalResults", 0))
                .wrong("a folded name", put("/Resources/0/displayName", "me-45 group"));
    }

    private static Case me51() {
        return Case.of("ME-51", "Entra gives a group with members another externalId and another name", talk -> {
                    List<String> users = talk.people("me51", 2);
                    String group = talk.group(Bodies.group("ME-51", users));
                    talk.patch(group, Entra.replace("{\"externalId\":\"e2\"}")).isDone();
                    talk.get(group)
                            .is(200)
                            .says("/externalId", "e2")
                            .says("/displayName", "ME-51")
                            .hasMembers(users);
                    talk.patch(group, Bodies.op("Replace", "displayName", "ME-51 new"))
                            .isDone();
                    talk.get(group)
                            .is(200)
                            .says("/externalId", "e2")
                            .says("/displayName", "ME-51 new")
                            .hasMembers(users);
                })
                .wrong("400", first("PATCH"), status(400))
                .wrong("lost members", first("GET"), put("/members", List.of()))
                .wrong("no externalId", first("GET"), without("/externalId"))
                .wrong("the old name", put("/displayName", "ME-51"))
                .wrong("members lost with the name", without("/members/1"))
                .wrong("an externalId lost with the name", without("/externalId"));
    }

    private static Case me54() {
        return Case.of("ME-54", "Entra looks whether somebody is in a group", talk -> {
                    List<String> users = talk.people("me54", 2);
                    String group = talk.group(Bodies.group("ME-54", users.subList(0, 1)));
                    for (String user : users) {
                        String filter = "id eq \"" + id(group) + "\" and members eq \"" + user + "\"";
                        Answer list = talk.get("/Groups?filter=" + Talk.encoded(filter) + "&attributes=id");
                        if (user.equals(users.get(0))) {
                            list.isList(1).says("/Resources/0/id", id(group)).hasOnly("/Resources/0", "id", "schemas");
                        } else {
                            list.isList(0);
                        }
                    }
                })
                .wrong("400 for members without value", nth(3), status(400))
                .wrong("that they are not", nth(3), put("/totalResults", 0))
                .wrong("members in the answer", nth(3), put("/Resources/0/members", List.of()))
                .wrong("that anybody is", put("/totalResults", 1))
                .wrong("404", status(404));
    }
}
