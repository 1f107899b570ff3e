package dev.scimbridge.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.scimbridge.story.Scim.Reply;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists are walked through by cursors (RFC 9865), and by index, whatever happens meanwhile. */
class WalkStory {
    private static final String ENTRA = "entra-token-0123456789-0123456789-0123456789";
    private static final int WRITERS = 3;
    private static final int WRITES = 30;

    private static Stage stage;

    @BeforeAll
    static void begin() {
        stage = Stage.with(
                30, bridge -> bridge.admitting("entra", ENTRA).with("SCIM_BRIDGE_GUARDS_MAX_DEACTIVATIONS", "100000"));
        for (String name : List.of("Cooks", "Bakers", "Admirals")) {
            scim().send("POST", "/Groups", "{\"displayName\":\"" + name + "\"}");
        }
    }

    @AfterAll
    static void end() {
        stage.close();
    }

    private static Scim scim() {
        return stage.scim();
    }

    /** RF-51, by either way of asking; {@code ?cursor} alone is an empty one. */
    @Test
    void a_walk_ends_when_everything_was_seen() {
        JsonNode whole = scim().get("/?count=1000").body().path("Resources");
        List<JsonNode> walked = new ArrayList<>();
        JsonNode page = scim().get("/?cursor&count=4").body();
        while (true) {
            assertThat(page.path("totalResults").intValue()).isEqualTo(whole.size());
            page.path("Resources").forEach(walked::add);
            if (!page.has("nextCursor")) {
                break;
            }
            String cursor = page.path("nextCursor").asText();
            assertThat(cursor).matches("[A-Za-z0-9._~-]+");
            page = scim().send("POST", "/.search", "{\"count\":4,\"cursor\":\"" + cursor + "\"}")
                    .body();
        }
        assertThat(walked).containsExactlyElementsOf(whole);
    }

    @Test
    void a_cursor_outlives_the_bridge_that_gave_it_but_is_no_use_to_another_connection() {
        String query = "sortBy=userName&count=5&cursor=";
        String cursor = next(scim(), query);
        Scim entra = stage.bridge.scim(ENTRA);
        Reply refused = entra.get("/Users?" + query + cursor);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().path("scimType").asText()).isEqualTo("invalidCursor");
        assertThat(refused.body().has("Resources")).isFalse();
        List<String> before = names(scim().get("/Users?" + query + cursor));
        stage.bridge.kill();
        stage.bridge.start();
        assertThat(names(scim().get("/Users?" + query + cursor)))
                .isEqualTo(before)
                .hasSize(5);
        assertThat(stage.bridge.output()).doesNotContain(cursor);
    }

    private static String next(Scim scim, String query) {
        return scim.get("/Users?" + query).body().path("nextCursor").asText();
    }

    private static List<String> names(Reply page) {
        return page.body().path("Resources").findValuesAsText("userName");
    }

    @ParameterizedTest
    @CsvSource({
        "cursor=forged, invalidCursor",
        "cursor=&count=0, invalidCount",
        "cursor=&count=-3, invalidCount",
        "cursor=&count=abc, invalidCount"
    })
    void a_walk_that_cannot_go_on_is_refused(String query, String scimType) {
        Reply refused = scim().get("/Groups?" + query);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().path("scimType").asText()).isEqualTo(scimType);
        assertThat(scim().get("/Groups?cursor=&count=1001").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "one, ''",
        "two, &filter=userName+co+%22%40%22",
        "three, &sortBy=userName&sortOrder=descending",
        "four, &sortBy=name.familyName&filter=active+eq+true"
    })
    void a_walk_sees_whoever_stays_exactly_once_while_others_come_and_go(String crowd, String query) {
        List<String> staying = ids(scim().get("/Users?count=1000").body());
        CompletableFuture<Void> writers = writing(name -> {
            Reply created = scim().create(Cast.plain(name + crowd + "@acme.io"));
            assertThat(created.status()).isEqualTo(201);
            assertThat(scim().delete(created.id()).status()).isEqualTo(204);
        });
        do {
            List<String> seen = new ArrayList<>();
            String cursor = "";
            do {
                JsonNode page = scim().get("/Users?count=7" + query + "&cursor=" + cursor)
                        .body();
                seen.addAll(ids(page));
                cursor = page.path("nextCursor").asText();
            } while (!cursor.isEmpty());
            assertEachOnce(staying, seen);
        } while (!writers.isDone());
        writers.join();
    }

    /** Some of those who come have been there before. */
    @Test
    void pages_by_index_show_whoever_stays_exactly_once_while_others_come() {
        writing(name -> scim().delete(
                                scim().create(Cast.plain(name + "five@acme.io")).id()))
                .join();
        List<String> staying = ids(scim().get("/Users?count=1000").body());
        CompletableFuture<Void> writers = writing(name -> {
            for (String crowd : List.of("five@acme.io", "six@acme.io")) {
                assertThat(scim().create(Cast.plain(name + crowd)).status()).isEqualTo(201);
            }
        });
        do {
            List<String> seen = new ArrayList<>();
            JsonNode page;
            do {
                page = scim().get("/Users?count=7&startIndex=" + (seen.size() + 1))
                        .body();
                seen.addAll(ids(page));
            } while (seen.size() < page.path("totalResults").intValue());
            assertEachOnce(staying, seen);
            assertThat(seen).doesNotHaveDuplicates();
        } while (!writers.isDone());
        writers.join();
    }

    /** Several at once, each doing this for one name after the other. */
    private static CompletableFuture<Void> writing(Consumer<String> write) {
        return CompletableFuture.allOf(IntStream.range(0, WRITERS)
                .mapToObj(writer -> CompletableFuture.runAsync(
                        () -> IntStream.range(0, WRITES).forEach(i -> write.accept("w" + writer + "." + i + "."))))
                .toArray(CompletableFuture[]::new));
    }

    private static List<String> ids(JsonNode list) {
        List<String> ids = new ArrayList<>();
        list.path("Resources").forEach(each -> ids.add(each.path("id").asText()));
        return ids;
    }

    private static void assertEachOnce(List<String> staying, List<String> seen) {
        assertThat(staying)
                .isNotEmpty()
                .allSatisfy(id -> assertThat(Collections.frequency(seen, id)).isEqualTo(1));
    }
}
