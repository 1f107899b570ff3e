package dev.scimbridge.story.cases;

import static dev.scimbridge.story.cases.Planted.copied;
import static dev.scimbridge.story.cases.Planted.first;
import static dev.scimbridge.story.cases.Planted.nth;
import static dev.scimbridge.story.cases.Planted.put;
import static dev.scimbridge.story.cases.Planted.status;
import static dev.scimbridge.story.cases.Planted.without;
import static org.assertj.core.api.Assertions.assertThat;

import dev.scimbridge.story.Cast;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** What RFC 7644 says of searches and bulk requests, and RFC 9865 of cursors. */
final class RfcManyCases {
    private static final String MESSAGES = "urn:ietf:params:scim:api:messages:2.0:";

    private RfcManyCases() {}

    static List<Case> all() {
        return Stream.of(searches(), bulk()).flatMap(List::stream).toList();
    }

    static List<Case> searches() {
        return List.of(rf28(), rf29(), rf51(), rf52(), rf54());
    }

    static List<Case> bulk() {
        return List.of(rf44(), rf45());
    }

    /** A search request; the filter as it is said. */
    private static String search(String filter) {
        return Bodies.edited(Bodies.json("{}"), body -> {
            body.putArray("schemas").add(MESSAGES + "SearchRequest");
            body.put("filter", filter).put("startIndex", 1).put("count", 10);
        });
    }

    private static Case rf28() {
        return Case.of("RF-28", "people are searched for by a body", talk -> {
                    String user = talk.user(Cast.okta("rf28@cases.example"));
                    String body = Bodies.edited(
                            Bodies.json(search("userName eq \"rf28@cases.example\"")),
                            search -> search.putArray("attributes").add("userName"));
                    talk.post("/Users/.search", body)
                            .isList(1)
                            .says("/startIndex", 1)
                            .says("/Resources/0/id", Talk.id(user))
                            .hasOnly("/Resources/0", "schemas", "id", "userName");
                    talk.post("/Users/.search", search("userName eq \"rf-28\"")).isList(0);
                })
                .wrong("somebody created", nth(1), status(201))
                .wrong("nobody", nth(1), put("/totalResults", 0))
                .wrong("more than was asked for", nth(1), put("/Resources/0/active", true))
                .wrong("404 for nobody", status(404));
    }

    private static Case rf29() {
        return Case.of("RF-29", "people and groups are searched for together", talk -> {
                    talk.user(Bodies.user("rf29@cases.example", user -> user.put("displayName", "RF-29")));
                    talk.group(Bodies.group("RF-29", List.of()));
                    String any = "displayName eq \"RF-29\" and (meta.resourceType eq \"User\""
                            + " or meta.resourceType eq \"Group\")";
                    Answer both = talk.post("/.search", search(any)).isList(2);
                    assertThat(both.texts("/meta/resourceType")).containsExactlyInAnyOrder("User", "Group");
                    String group = "displayName eq \"RF-29\" and meta.resourceType eq \"Group\"";
                    talk.post("/.search", search(group)).isList(1).says("/Resources/0/meta/resourceType", "Group");
                })
                .wrong("404", nth(2), status(404))
                .wrong("people alone", nth(2), put("/Resources/1/meta/resourceType", "User"))
                .wrong("one of them", nth(2), put("/totalResults", 1))
                .wrong("somebody else", put("/Resources/0/meta/resourceType", "User"));
    }

    private static Case rf51() {
        return Case.of("RF-51", "a list is walked through by cursors", talk -> {
                    List<String> read = new ArrayList<>();
                    String cursor = "";
                    for (int page = 1; page <= 25; page++) {
                        Answer ten = talk.get("/Users?count=10&cursor=" + cursor);
                        read.addAll(ten.isList(250).says("/itemsPerPage", 10).texts("/id"));
                        cursor = ten.at("/nextCursor").asText();
                        assertThat(cursor.isEmpty()).as(ten.toString()).isEqualTo(page == 25);
                        assertThat(cursor).matches("[A-Za-z0-9._~-]*");
                    }
                    assertThat(read).doesNotHaveDuplicates().hasSize(250);
                })
                .on(Scene.CROWDED)
                .wrong("no way on", first(), without("/nextCursor"))
                .wrong("a cursor that is no part of a URL", nth(7), put("/nextCursor", "a b"))
                .wrong("somebody twice", nth(7), copied("/Resources/0/id", "/Resources/1/id"))
                .wrong("a wrong total", nth(7), put("/totalResults", 10))
                .wrong("a way on from the end", put("/nextCursor", "more"));
    }

    private static Case rf52() {
        return Case.of("RF-52", "a cursor that the bridge has not given is refused", talk -> {
                    String given = talk.get("/Users?count=10&cursor=")
                            .isList()
                            .hasText("/nextCursor")
                            .at("/nextCursor")
                            .asText();
                    String otherwise = "/Users?count=10&filter=active%20eq%20true&cursor=" + given;
                    for (String path : List.of(
                            "/Users?count=10&cursor=forged", "/Users?count=10&cursor=" + given + "x", otherwise)) {
                        talk.get(path).isError(400, "invalidCursor").lacks("/Resources");
                    }
                })
                .on(Scene.CROWDED)
                .wrong("a list for a forged one", nth(1), status(200))
                .wrong("another scimType", nth(1), put("/scimType", "invalidValue"))
                .wrong("a list for one that is too long", nth(2), status(200))
                .wrong("a list for one of another question", status(200))
                .wrong("people all the same", put("/Resources", List.of()));
    }

    private static Case rf54() {
        return Case.of("RF-54", "without a cursor lists are read by index", talk -> {
                    Answer page = talk.get("/Users").isList(250).says("/startIndex", 1);
                    page.says("/itemsPerPage", 100).lacks("/nextCursor").lacks("/previousCursor");
                    talk.get("/ServiceProviderConfig")
                            .is(200)
                            .says("/pagination/index", true)
                            .says("/pagination/cursor", true)
                            .says("/pagination/defaultPaginationMethod", "index");
                })
                .on(Scene.CROWDED)
                .wrong("a cursor", first(), put("/nextCursor", "more"))
                .wrong("no startIndex", first(), without("/startIndex"))
                .wrong("cursors for everybody", put("/pagination/defaultPaginationMethod", "cursor"));
    }

    /** A bulk request. */
    private static String bulk(List<String> operations) {
        return "{\"schemas\":[\"" + MESSAGES + "BulkRequest\"],\"Operations\":[" + String.join(",", operations) + "]}";
    }

    private static String create(String path, String bulkId, String data) {
        return "{\"method\":\"POST\",\"path\":\"%s\",\"bulkId\":\"%s\",\"data\":%s}".formatted(path, bulkId, data);
    }

    private static Case rf44() {
        return Case.of("RF-44", "people and their group are created by one request", talk -> {
                    List<String> operations = List.of(
                            create("/Groups", "g", Bodies.group("RF-44", List.of("bulkId:a", "bulkId:b"))),
                            create("/Users", "a", Cast.okta("rf44-a@cases.example")),
                            create("/Users", "b", Cast.okta("rf44-b@cases.example")));
                    Answer done = talk.post("/Bulk", bulk(operations)).is(200);
                    done.says("/schemas", List.of(MESSAGES + "BulkResponse"))
                            .has("/Operations", all -> all.size() == 3);
                    List<String> ids = new ArrayList<>();
                    for (int place = 0; place < 3; place++) {
                        String at = "/Operations/" + place;
                        done.says(at + "/status", "201")
                                .says(at + "/method", "POST")
                                .hasText(at + "/location");
                        done.says(at + "/bulkId", List.of("g", "a", "b").get(place));
                        ids.add(Talk.id(done.at(at + "/location").asText()));
                    }
                    talk.get("/Groups/" + ids.get(0)).is(200).hasMembers(ids.subList(1, 3));
                    talk.get("/Users/" + ids.get(2)).is(200).says("/userName", "rf44-b@cases.example");
                })
                .wrong("501", first(), status(501))
                .wrong("a status that is a number", first(), put("/Operations/1/status", 201))
                .wrong("an operation refused", first(), put("/Operations/0/status", "400"))
                .wrong("no bulkId", first(), without("/Operations/2/bulkId"))
                .wrong("a member who was not found", nth(1), without("/members/1"))
                .wrong("somebody else", put("/userName", "else@cases.example"));
    }

    private static Case rf45() {
        return Case.of("RF-45", "a bulk request that is too long or too large is refused", talk -> {
                    Answer config = talk.get("/ServiceProviderConfig").is(200).says("/bulk/supported", true);
                    int operations = config.at("/bulk/maxOperations").asInt();
                    int bytes = config.at("/bulk/maxPayloadSize").asInt();
                    String delete = "{\"method\":\"DELETE\",\"path\":\"/Users/nobody\"}";
                    List<String> many = Collections.nCopies(operations + 1, delete);
                    claimTooLarge(talk, bulk(many), operations);
                    String large = create("/Users", "a", Cast.plain("x".repeat(bytes)));
                    claimTooLarge(talk, bulk(List.of(large)), bytes);
                })
                .wrong("that bulk is not served", first(), put("/bulk/supported", false))
                .wrong("that too many are done", nth(1), status(200))
                .wrong("a limit that is not named", nth(1), put("/detail", "too many"))
                .wrong("that too much is done", status(200))
                .wrong("another limit", put("/detail", "at most 1"));
    }

    private static void claimTooLarge(Talk talk, String body, int limit) {
        Answer refused = talk.say(Request.post("/Bulk", body).asBare()).isError(413);
        refused.has("/detail", detail -> detail.asText().contains(String.valueOf(limit)));
    }
}
