package dev.scimbridge.story.cases;

import static dev.scimbridge.story.cases.Planted.answering;
import static dev.scimbridge.story.cases.Planted.first;
import static dev.scimbridge.story.cases.Planted.header;
import static dev.scimbridge.story.cases.Planted.nth;
import static dev.scimbridge.story.cases.Planted.put;
import static dev.scimbridge.story.cases.Planted.status;
import static dev.scimbridge.story.cases.Planted.text;
import static dev.scimbridge.story.cases.Planted.without;
import static org.assertj.core.api.Assertions.assertThat;

import dev.scimbridge.story.Cast;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What RFC 7644 says of pages, order, parts of resources and versions that are read. */
final class RfcReadCases {
    private RfcReadCases() {}

    static List<Case> all() {
        return List.of(
                rf16(), rf17(), rf18(), rf19(), rf20(), rf21(), rf22(), rf23(), rf24(), rf25(), rf27(), rf40(), rf42());
    }

    private static Case rf16() {
        return Case.of("RF-16", "a page that starts before the first is the first", talk -> {
                    List<String> page = talk.get("/Users?count=10").isList(250).texts("/id");
                    for (int start : new int[] {0, -5}) {
                        Answer same = talk.get("/Users?count=10&startIndex=" + start);
                        assertThat(same.isList(250).says("/startIndex", 1).texts("/id"))
                                .isEqualTo(page);
                    }
                })
                .on(Scene.CROWDED)
                .wrong("400", nth(1), status(400))
                .wrong("a page that starts at 0", nth(1), put("/startIndex", 0))
                .wrong("a page that starts where it was said", put("/startIndex", -5))
                .wrong("another page", put("/Resources/0/id", "someone"));
    }

    private static Case rf17() {
        return empty("RF-17", "of nobody there is the number only", "count=0");
    }

    private static Case rf18() {
        return empty("RF-18", "fewer than nobody are nobody", "count=-1");
    }

    private static Case rf19() {
        return empty("RF-19", "behind the end there is nobody", "startIndex=100000");
    }

    /** An empty page of 250 people. */
    private static Case empty(String id, String title, String query) {
        return Case.of(
                        id,
                        title,
                        talk -> talk.get("/Users?" + query).isList(250).says("/Resources", List.of()))
                .on(Scene.CROWDED)
                .wrong("400", status(400))
                .wrong("404", status(404))
                .wrong("the size of the page as the total", put("/totalResults", 0))
                .wrong("no Resources", without("/Resources"))
                .wrong(
                        "somebody",
                        answer -> put("/Resources/0", Map.of("id", "someone"))
                                .andThen(put("/itemsPerPage", 1))
                                .apply(answer));
    }

    private static Case rf20() {
        return Case.of(
                        "RF-20",
                        "a count that is no number is refused",
                        talk -> talk.get("/Users?count=abc").isError(400, "invalidValue"))
                .wrong("a list", status(200))
                .wrong("a failure of the bridge", status(500))
                .wrong("no scimType", without("/scimType"));
    }

    private static Case rf21() {
        return Case.of("RF-21", "a page has no more than the bridge says it may have", talk -> {
                    int most = talk.get("/ServiceProviderConfig")
                            .is(200)
                            .at("/filter/maxResults")
                            .asInt();
                    Answer page = talk.get("/Users?count=1000000").isList().says("/itemsPerPage", most);
                    page.has("/totalResults", total -> total.asInt() > most);
                })
                .on(Scene.PROXIED)
                .wrong("the number that was asked for", put("/itemsPerPage", 1_000_000))
                .wrong("one person too many", put("/Resources/1000", Map.of("id", "someone")))
                .wrong("the size of the page as the total", put("/totalResults", 1000))
                .wrong("another limit than is kept", first(), put("/filter/maxResults", 100));
    }

    private static Case rf22() {
        return Case.of("RF-22", "only what is asked for is shown", talk -> {
                    String user = talk.user(Cast.okta("rf22@cases.example"));
                    talk.get(user + "?attributes=userName").is(200).hasOnly("", "schemas", "id", "userName");
                    String filter = Talk.encoded("userName eq \"rf22@cases.example\"");
                    talk.get("/Users?attributes=userName&filter=" + filter)
                            .isList(1)
                            .hasOnly("/Resources/0", "schemas", "id", "userName");
                })
                .wrong("more of one person", nth(1), put("/active", true))
                .wrong("less of one person", nth(1), without("/userName"))
                .wrong("no id", nth(1), without("/id"))
                .wrong("more in a list", put("/Resources/0/meta", Map.of()))
                .wrong("no id in a list", without("/Resources/0/id"));
    }

    private static Case rf23() {
        return Case.of("RF-23", "what is not wanted is left out, but never the id", talk -> {
                    String user = talk.user(Cast.okta("rf23@cases.example"));
                    talk.get(user + "?excludedAttributes=id,userName")
                            .is(200)
                            .says("/id", Talk.id(user))
                            .lacks("/userName")
                            .says("/displayName", "Tess User");
                })
                .wrong("no id", without("/id"))
                .wrong("the name", put("/userName", "rf23@cases.example"))
                .wrong("nothing else", without("/displayName"));
    }

    private static Case rf24() {
        return Case.of("RF-24", "a password is not shown to who asks for it", talk -> {
                    String user = talk.user(Cast.okta("rf24@cases.example"));
                    Answer read = talk.get(user + "?attributes=password").is(200);
                    read.hasOnly("", "schemas", "id");
                })
                .wrong("the password", put("/password", "1mz050nq"))
                .wrong("a password of stars", put("/password", "***"))
                .wrong("everything, as if nothing were asked for", put("/userName", "rf24@cases.example"));
    }

    private static Case rf25() {
        return Case.of("RF-25", "what is wanted and what is not cannot be said together", talk -> {
                    String both = "?attributes=userName&excludedAttributes=name";
                    String user = talk.user(Cast.okta("rf25@cases.example"));
                    talk.get(user + both).isError(400, "invalidValue");
                    talk.get("/Users" + both).isError(400, "invalidValue");
                })
                .wrong("one person", nth(1), status(200))
                .wrong("a list", status(200))
                .wrong("a failure of the bridge", status(500));
    }

    private static Case rf27() {
        return Case.of("RF-27", "lists are in the order that is asked for", talk -> {
                    List<String> names = new ArrayList<>(List.of("Alpha", "beta", "Gamma"));
                    for (String name : List.of("beta", "Gamma", "Alpha")) {
                        talk.user(Bodies.user("rf27." + name + "@cases.example", user -> {
                            user.put("displayName", "RF-27");
                            user.withObject("name").put("familyName", name);
                        }));
                    }
                    String sorted = "/Users?filter=" + Talk.encoded("displayName eq \"RF-27\"")
                            + "&sortBy=name.familyName&sortOrder=";
                    Answer up = talk.get(sorted + "ascending").isList(3);
                    assertThat(up.texts("/name/familyName")).isEqualTo(names);
                    Collections.reverse(names);
                    Answer down = talk.get(sorted + "descending").isList(3);
                    assertThat(down.texts("/name/familyName")).isEqualTo(names);
                })
                .wrong(
                        "the order of letters as computers count them",
                        nth(3),
                        put("/Resources/1/name/familyName", "Gamma"))
                .wrong("somebody left out", nth(3), put("/totalResults", 2))
                .wrong("the other order", put("/Resources/0/name/familyName", "Alpha"));
    }

    private static Case rf40() {
        return Case.of("RF-40", "who has a version need not be told again", talk -> {
                    String user = talk.user(Cast.okta("rf40@cases.example"));
                    String version = talk.get(user).is(200).header("etag");
                    Answer same = talk.say(Request.get(user).with("If-None-Match", version))
                            .is(304);
                    assertThat(same.text()).isEmpty();
                    talk.say(Request.get(user).with("If-None-Match", "W/\"another\""))
                            .is(200)
                            .says("/id", Talk.id(user));
                })
                .wrong("everything again", answering(304), status(200))
                .wrong(
                        "a body",
                        answering(304),
                        answer -> text("{}").andThen(scim()).apply(answer))
                .wrong("nothing of a version that is another", status(304));
    }

    private static UnaryOperator<Answer> scim() {
        return header("content-type", Answer.SCIM);
    }

    private static Case rf42() {
        return Case.of("RF-42", "the version is the same wherever it is told", talk -> {
                    Answer created =
                            talk.post("/Users", Cast.okta("rf42@cases.example")).is(201);
                    Answer read = talk.get("/Users/" + created.id()).is(200);
                    String version = read.header("etag");
                    assertThat(version).matches("W/\".+\"");
                    read.says("/meta/version", version);
                    created.says("/meta/version", version).hasHeader("etag", version::equals);
                    talk.find("userName eq \"rf42@cases.example\"")
                            .isList(1)
                            .says("/Resources/0/meta/version", version);
                })
                .wrong("no ETag", nth(1), header("etag", ""))
                .wrong("a strong one", nth(1), header("etag", "\"1\""))
                .wrong("a version without W/", nth(1), put("/meta/version", "1"))
                .wrong("another one after the create", first(), header("etag", "W/\"another\""))
                .wrong("another one in the list", put("/Resources/0/meta/version", "W/\"another\""));
    }
}
