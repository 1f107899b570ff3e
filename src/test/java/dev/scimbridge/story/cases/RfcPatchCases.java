package dev.scimbridge.story.cases;

import static dev.scimbridge.story.cases.Planted.answering;
import static dev.scimbridge.story.cases.Planted.first;
import static dev.scimbridge.story.cases.Planted.put;
import static dev.scimbridge.story.cases.Planted.status;
import static dev.scimbridge.story.cases.Planted.without;

import com.fasterxml.jackson.databind.JsonNode;
import dev.scimbridge.story.Cast;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What RFC 7644 3.5.2 says of PATCH. */
final class RfcPatchCases {
    private RfcPatchCases() {}

    static List<Case> all() {
        return List.of(rf26(), rf30(), rf31(), rf32(), rf33(), rf34(), rf35(), rf36(), rf37(), rf38(), rf39());
    }

    private static Case rf26() {
        return Case.of("RF-26", "who asks for a part of the person is given it", talk -> {
                    String user = talk.user(Cast.okta("rf26@cases.example"));
                    talk.say(Request.patch(user + "?attributes=userName", Bodies.op("replace", "title", "Boss")))
                            .is(200)
                            .hasOnly("", "schemas", "id", "userName");
                    talk.get(user).is(200).says("/title", "Boss");
                })
                .wrong("nothing", first("PATCH"), status(204))
                .wrong("more", first("PATCH"), put("/title", "Boss"))
                .wrong("less", first("PATCH"), without("/userName"))
                .wrong("a title that was not stored", without("/title"));
    }

    private static Case rf30() {
        return refusal("RF-30", "a remove has a path", "noTarget", "{\"op\":\"remove\"}");
    }

    /** Not so strict: Entra sends it for what was never there, and expects it to be made. */
    private static Case rf31() {
        return Case.of("RF-31", "what a filter describes is made, but not what it looks for by value", talk -> {
                    String user = talk.user(Cast.okta("rf31@cases.example"));
                    talk.patch(user, Bodies.op("replace", "addresses[type eq \"nope\"].country", "DE"))
                            .isDone();
                    String nobody = "emails[value eq \"nobody@cases.example\"].type";
                    talk.patch(user, Bodies.op("replace", nobody, "home")).isError(400, "noTarget");
                    talk.get(user)
                            .is(200)
                            .says("/addresses", List.of(Map.of("type", "nope", "country", "DE")))
                            .has("/emails", all -> all.size() == 1)
                            .says("/emails/0/type", "work");
                })
                .wrong("400 for what was not there", first("PATCH"), status(400))
                .wrong("that an address was made of nothing", answering(400), status(200))
                .wrong("no address", without("/addresses"))
                .wrong("an address of no type", without("/addresses/0/type"))
                .wrong("an address that nobody has", put("/emails/1", Map.of("value", "nobody@cases.example")))
                .wrong("another type", put("/emails/0/type", "home"));
    }

    private static Case rf32() {
        return refusal(
                "RF-32", "half a path is refused", "invalidPath", Bodies.op("replace", "emails[", "x@cases.example"));
    }

    private static Case rf33() {
        return refusal("RF-33", "nothing can be moved", "invalidSyntax", Bodies.op("move", "title", "Boss"));
    }

    private static Case rf34() {
        return refusal("RF-34", "an id cannot be changed", "mutability", Bodies.op("replace", "id", "x"));
    }

    private static Case rf35() {
        return refusal(
                "RF-35", "a name cannot be taken away", "mutability", "{\"op\":\"remove\",\"path\":\"userName\"}");
    }

    private static Case rf36() {
        return refusal(
                        "RF-36",
                        "of several operations all are done or none",
                        "mutability",
                        Bodies.op("replace", "title", "Boss"),
                        Bodies.op("replace", "id", "x"))
                .wrong("the first of them", put("/title", "Boss"));
    }

    /** It is refused, and nothing has changed. */
    private static Case refusal(String id, String title, String scimType, String... operations) {
        String name = id.toLowerCase(Locale.ROOT) + "@cases.example";
        return Case.of(id, title, talk -> {
                    String user = talk.user(Cast.okta(name));
                    JsonNode before = talk.get(user).is(200).lacks("/title").json();
                    talk.patch(user, operations).isError(400, scimType);
                    Answer after = talk.get(user).is(200).lacks("/title").says("/userName", name);
                    after.says("/meta", before.at("/meta")).says("/emails", before.at("/emails"));
                })
                .wrong("that it is done", answering(400), status(200))
                .wrong("a failure of the bridge", answering(400), status(500))
                .wrong("another scimType", answering(400), put("/scimType", "sensitive"))
                .wrong("another version", put("/meta/version", "W/\"another\""))
                .wrong("a lost name", without("/userName"));
    }

    private static Case rf37() {
        return Case.of("RF-37", "one address alone is the primary one", talk -> {
                    String user = talk.user(Cast.okta("rf37@cases.example"));
                    Map<String, Object> second = Map.of("value", "home@rf37.example", "type", "home", "primary", true);
                    talk.patch(user, Bodies.op("add", "emails", List.of(second)))
                            .isDone();
                    Answer read = talk.get(user).is(200).has("/emails", all -> all.size() == 2);
                    read.says("/emails/0/value", "rf37@cases.example").says("/emails/0/primary", false);
                    read.says("/emails/1", second);
                })
                .wrong("400 for a second one", first("PATCH"), status(400))
                .wrong("two primary ones", put("/emails/0/primary", true))
                .wrong("that the first one stays it", put("/emails/1/primary", false))
                .wrong("that the first one is gone", without("/emails/0"));
    }

    private static Case rf38() {
        return Case.of("RF-38", "to add what is there changes nothing", talk -> {
                    String user = talk.user(Cast.okta("rf38@cases.example"));
                    JsonNode before = talk.get(user).is(200).json();
                    talk.patch(
                                    user,
                                    Bodies.op("add", "displayName", "Tess User"),
                                    Bodies.op("add", "emails", List.of(before.at("/emails/0"))))
                            .isDone();
                    talk.get(user).is(200).says("/emails", before.at("/emails")).says("/meta", before.at("/meta"));
                })
                .wrong("409", first("PATCH"), status(409))
                .wrong("a later change", put("/meta/lastModified", "2099-01-01T00:00:00Z"))
                .wrong("another version", put("/meta/version", "W/\"another\""))
                .wrong("the address twice", Planted.copied("/emails/0", "/emails/1"));
    }

    private static Case rf39() {
        return Case.of("RF-39", "what an extension says makes it one of the schemas", talk -> {
                    String user = talk.user(Cast.okta("rf39@cases.example"));
                    talk.get(user)
                            .is(200)
                            .has("/schemas", all -> !all.toString().contains(Bodies.ENTERPRISE));
                    talk.patch(user, Bodies.op("add", Bodies.ENTERPRISE + ":department", "Sales"))
                            .isDone();
                    talk.get(user)
                            .is(200)
                            .has("/schemas", all -> all.toString().contains('"' + Bodies.ENTERPRISE + '"'))
                            .says("/" + Bodies.ENTERPRISE + "/department", "Sales");
                })
                .wrong("an extension of somebody plain", first("GET"), put("/schemas/0", Bodies.ENTERPRISE))
                .wrong("400", first("PATCH"), status(400))
                .wrong("the old schemas", put("/schemas", List.of(Bodies.USER)))
                .wrong("a department that was not stored", without("/" + Bodies.ENTERPRISE));
    }
}
