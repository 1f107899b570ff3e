package dev.scimbridge.story.cases;

import static dev.scimbridge.story.cases.Planted.first;
import static dev.scimbridge.story.cases.Planted.put;
import static dev.scimbridge.story.cases.Planted.status;
import static dev.scimbridge.story.cases.Planted.without;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.scimbridge.story.Cast;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How Entra's validator sets every attribute there is, one by one in one PATCH. */
final class EntraValidatorCases {
    private static final List<String> PATHS = """
            active
            displayName
            title
            emails[type eq "work"].value
            emails[type eq "work"].primary
            preferredLanguage
            name.givenName
            name.familyName
            name.formatted
            name.middleName
            name.honorificPrefix
            name.honorificSuffix
            addresses[type eq "work"].formatted
            addresses[type eq "work"].streetAddress
            addresses[type eq "work"].locality
            addresses[type eq "work"].region
            addresses[type eq "work"].postalCode
            addresses[type eq "work"].primary
            addresses[type eq "work"].country
            phoneNumbers[type eq "work"].value
            phoneNumbers[type eq "mobile"].value
            phoneNumbers[type eq "fax"].value
            urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:employeeNumber
            urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department
            urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:costCenter
            urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:organization
            urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:division
            roles[primary eq "True"].display
            roles[primary eq "True"].value
            roles[primary eq "True"].type
            userType
            nickName
            locale
            timezone
            profileUrl""".lines().toList();

    private static final String MANAGER = Bodies.ENTERPRISE + ":manager";

    private EntraValidatorCases() {}

    static List<Case> all() {
        return List.of(me33(), me34());
    }

    private static Case me33() {
        return watched(Case.of("ME-33", "Entra's validator replaces 35 things in one PATCH", talk -> {
                    assertThat(PATHS).doesNotHaveDuplicates().hasSize(35);
                    String user = talk.user(full("me33@cases.example"));
                    talk.get(user).is(200).says("/title", "old").says("/addresses/0/country", "old");
                    claimAll(talk.patch(user, operations("replace", PATHS)).is(200));
                    Answer read = talk.get(user).is(200).says("/userName", "me33@cases.example");
                    claimAll(read.says(place(MANAGER) + "/value", "XYMKVVRYDIOO"));
                })
                .wrong("a lost manager", without(place(MANAGER))));
    }

    private static Case me34() {
        return watched(Case.of("ME-34", "Entra's validator adds 36 things to somebody who has but a name", talk -> {
                    List<String> paths = new ArrayList<>(PATHS);
                    paths.add(MANAGER);
                    String user = talk.user(Cast.plain("me34@cases.example"));
                    claimAll(talk.patch(user, operations("add", paths)).is(200));
                    Answer read = talk.get(user).is(200).says("/userName", "me34@cases.example");
                    claimAll(read.says(place(MANAGER) + "/value", value(MANAGER)));
                })
                .wrong("no manager", without(place(MANAGER))));
    }

    /** Notices each value that is missing afterwards, and some that are wrong. */
    private static Case watched(Case each) {
        Case watched = each.wrong("400", first("PATCH"), status(400))
                .wrong("the old title in the answer", first("PATCH"), put("/title", "old"))
                .wrong("a primary role that is text", put("/roles/0/primary", "True"))
                .wrong("a second address", put("/emails/1", Map.of("value", "v6@cases.example")))
                .wrong("a key that is a path", put("/phoneNumbers[type eq \"fax\"].value", "6-fax"));
        for (String path : PATHS) {
            watched = watched.wrong("no " + path, without(place(path)));
        }
        return watched;
    }

    /** Every value, each in a value of its type, and no key that is a path. */
    private static void claimAll(Answer answer) {
        PATHS.forEach(path -> answer.says(place(path), value(path)));
        answer.has("/emails", all -> all.size() == 1).says("/emails/0/type", "work");
        answer.has("/addresses", all -> all.size() == 1).says("/addresses/0/type", "work");
        answer.has("/phoneNumbers", all -> all.size() == 3);
        answer.says("/phoneNumbers/0/type", "work").says("/phoneNumbers/1/type", "mobile");
        answer.says("/phoneNumbers/2/type", "fax");
        answer.has("/roles", all -> all.size() == 1).says("/roles/0/primary", true);
        assertThat(answer.json().fieldNames())
                .toIterable()
                .noneMatch(key -> key.contains("[") || (key.contains(".") && !key.startsWith("urn:")));
    }

    private static String[] operations(String op, List<String> paths) {
        return paths.stream().map(path -> Bodies.op(op, path, value(path))).toArray(String[]::new);
    }

    /** The validator takes random words; here the role is one that the bridge knows. */
    private static Object value(String path) {
        if (path.equals("active") || path.endsWith(".primary")) {
            return true;
        }
        return path.equals("roles[primary eq \"True\"].value") ? "ANALYST" : "V6 " + path;
    }

    /** Where the value is afterwards. */
    private static String place(String path) {
        return "/"
                + path.replace(Bodies.ENTERPRISE + ":", Bodies.ENTERPRISE + "/")
                        .replace("[type eq \"mobile\"].", "/1/")
                        .replace("[type eq \"fax\"].", "/2/")
                        .replaceFirst("\\[.*\\]\\.", "/0/")
                        .replace("name.", "name/");
    }

    /** The create of somebody who has an old value of each text. */
    private static String full(String userName) {
        JsonNode person = Bodies.json(Entra.create(userName, """
                {"addresses":[{"type":"work","primary":true}],
                 "phoneNumbers":[{"type":"work","primary":true},{"type":"mobile"},{"type":"fax"}],
                 "%s":{"manager":{"value":"XYMKVVRYDIOO"}}}""".formatted(Bodies.ENTERPRISE)));
        for (String path : PATHS) {
            JsonPointer place = JsonPointer.compile(place(path));
            if (value(path).equals("V6 " + path) && person.at(place.head()) instanceof ObjectNode holder) {
                holder.put(place.last().getMatchingProperty(), "old");
            }
        }
        return Bodies.edited(
                person,
                body -> body.set(
                        "roles", Bodies.json("[{\"primary\":\"True\",\"value\":\"25\",\"display\":\"old\"}]")));
    }
}
