package dev.scimbridge.story.cases;

import static dev.scimbridge.story.cases.Planted.answering;
import static dev.scimbridge.story.cases.Planted.first;
import static dev.scimbridge.story.cases.Planted.header;
import static dev.scimbridge.story.cases.Planted.notScim;
import static dev.scimbridge.story.cases.Planted.nth;
import static dev.scimbridge.story.cases.Planted.put;
import static dev.scimbridge.story.cases.Planted.status;
import static dev.scimbridge.story.cases.Planted.text;
import static dev.scimbridge.story.cases.Planted.without;
import static org.assertj.core.api.Assertions.assertThat;

import dev.scimbridge.story.Cast;
import java.util.List;

/** What RFC 7644 says of the door itself: tokens, media types, methods, addresses, and what is no request at all. */
final class RfcDoorCases {
    private RfcDoorCases() {}

    static List<Case> all() {
        return List.of(rf01(), rf03(), rf43(), rf46(), rf47(), rf48(), rf49(), rf50(), rf59(), rf60(), rf61(), rf62());
    }

    private static Case rf01() {
        return Case.of("RF-01", "nobody is let in without a token", talk -> {
                    Answer refused = talk.say(Request.get("/Users").with("Authorization", ""));
                    refused.isError(401).hasHeader("www-authenticate", way -> way.startsWith("Bearer"));
                })
                .wrong("a list", status(200))
                .wrong("no WWW-Authenticate", header("www-authenticate", ""))
                .wrong("an error of the container", notScim())
                .wrong("a status that is a number", put("/status", 401));
    }

    private static Case rf03() {
        return Case.of(
                        "RF-03",
                        "a body that is no JSON is refused",
                        talk -> talk.post("/Users", "{bad").isError(400, "invalidSyntax"))
                .wrong("a failure of the bridge", status(500))
                .wrong("no scimType", without("/scimType"))
                .wrong("no detail", put("/detail", ""));
    }

    private static Case rf43() {
        return Case.of("RF-43", "locations are those that clients see in front of a proxy", talk -> {
                    Answer created = talk.say(forwarded(Request.post("/Users", Cast.okta("rf43@cases.example"))))
                            .is(201);
                    String at = "https://scim.cases.example/scim/v2/Users/" + created.id();
                    created.says("/meta/location", at).hasHeader("location", at::equals);
                    String filter = Talk.encoded("userName eq \"rf43@cases.example\"");
                    talk.say(forwarded(Request.get("/Users?filter=" + filter)))
                            .isList(1)
                            .says("/Resources/0/meta/location", at);
                    talk.say(forwarded(Request.get("/Users/" + created.id())))
                            .is(200)
                            .says("/meta/location", at);
                })
                .on(Scene.PROXIED)
                .wrong("no Location", first(), header("location", ""))
                .wrong("a Location behind the proxy", first(), header("location", "http://127.0.0.1/scim/v2/Users/1"))
                .wrong("another location in the list", nth(1), put("/Resources/0/meta/location", "http://127.0.0.1/"))
                .wrong("a location that is no URL", put("/meta/location", "/Users/1"));
    }

    private static Request forwarded(Request request) {
        return request.with("X-Forwarded-Proto", "https").with("X-Forwarded-Host", "scim.cases.example");
    }

    private static Case rf46() {
        return Case.of(
                        "RF-46",
                        "schemas cannot be filtered",
                        talk -> talk.get("/Schemas?filter=id%20eq%20%22x%22").isError(403))
                .wrong("a list", status(200))
                .wrong("400", status(400));
    }

    private static Case rf47() {
        return Case.of(
                        "RF-47",
                        "a parameter that nobody knows does not count",
                        talk -> talk.get("/Users?foo=bar").isList(250).says("/itemsPerPage", 100))
                .on(Scene.CROWDED)
                .wrong("400", status(400))
                .wrong("that it is a filter", put("/totalResults", 0));
    }

    private static Case rf48() {
        return Case.of("RF-48", "another media type is refused", talk -> {
                    Request create = Request.post("/Users", Cast.okta("rf48@cases.example"));
                    talk.say(create.with("Content-Type", "text/plain")).isError(415);
                    talk.find("userName eq \"rf48@cases.example\"").isList(0);
                })
                .wrong("somebody created", first(), status(201))
                .wrong("an error of the container", first(), notScim())
                .wrong("somebody created all the same", put("/totalResults", 1));
    }

    private static Case rf49() {
        return Case.of("RF-49", "all people together can be neither replaced nor deleted", talk -> {
                    talk.put("/Users", Cast.okta("rf49@cases.example")).isError(405);
                    talk.delete("/Users").isError(405);
                    talk.get("/Users?count=1").isList().says("/itemsPerPage", 1);
                })
                .wrong("that they are replaced", first("PUT"), status(200))
                .wrong("that they are deleted", first("DELETE"), status(204))
                .wrong("an error of the container", first("DELETE"), notScim())
                .wrong("that all are gone", put("/itemsPerPage", 0));
    }

    private static Case rf50() {
        return Case.of("RF-50", "who accepts any JSON is served", talk -> {
                    Request get = Request.get("/Users?count=1").with("Accept", "application/json");
                    talk.say(get).isList().says("/itemsPerPage", 1);
                })
                .wrong("406", status(406))
                .wrong("another media type", notScim());
    }

    private static Case rf59() {
        return Case.of(
                        "RF-59",
                        "another version of SCIM is not there",
                        talk -> talk.get("/scim/v3/Users").isError(404))
                .wrong("a list", status(200))
                .wrong("an error of the container", text("<html>404</html>"));
    }

    private static Case rf60() {
        return Case.of("RF-60", "a body of five megabytes is refused", talk -> {
                    String body = Bodies.user("rf60@cases.example", user -> user.put("title", "x".repeat(5 << 20)));
                    talk.say(Request.post("/Users", body).asBare()).isError(413);
                    talk.find("userName eq \"rf60@cases.example\"").isList(0);
                })
                .wrong("somebody created", first(), status(201))
                .wrong("an error of the container", first(), notScim())
                .wrong("somebody created all the same", put("/totalResults", 1));
    }

    private static Case rf61() {
        return Case.of("RF-61", "what is meant to break the bridge is refused", talk -> {
                    String deep = "(".repeat(5000) + "userName pr" + ")".repeat(5000);
                    String less = "(".repeat(2000) + "userName pr" + ")".repeat(2000);
                    for (String path : List.of(
                            "/Users/..%2f",
                            "/Users/a%00b",
                            "/Users/" + "9".repeat(10_240),
                            "/Users?filter=" + Talk.encoded("userName eq \"" + "x".repeat(10_240) + "\""),
                            "/Users?filter=" + Talk.encoded(deep),
                            "/Users?filter=" + Talk.encoded(less))) {
                        Answer refused = talk.say(Request.get(path).asBare());
                        assertThat(refused.status()).as(refused.toString()).isBetween(400, 499);
                        refused.isError(refused.status());
                        assertThat(refused.text()).doesNotContain("Exception", "\\tat ", "rizzly");
                    }
                })
                .wrong("a failure of the bridge", first(), status(500))
                .wrong("an error of the container", nth(1), notScim())
                .wrong("a stack trace", nth(3), put("/detail", "java.lang.IllegalStateException"))
                .wrong("that all are found", nth(4), status(200))
                .wrong("a failure of the parser", status(500));
    }

    /** The standard of URIs forbids a raw quote; square brackets do no harm. */
    private static Case rf62() {
        return Case.of("RF-62", "signs that a URL cannot have are refused as SCIM refuses", talk -> {
                    talk.say(Request.get("/Users?filter=userName%20eq%20\"rf62\"")
                                    .asBare())
                            .isError(400);
                    String brackets = "/Users?filter=emails[type%20eq%20%22rf62%22]";
                    talk.say(Request.get(brackets).asBare()).isList(0);
                })
                .wrong("an error of the container", answering(400), text("<html>400</html>"))
                .wrong("a failure of the bridge", answering(400), status(500))
                .wrong("brackets refused", status(400));
    }
}
