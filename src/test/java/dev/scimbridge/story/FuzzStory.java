package dev.scimbridge.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.scimbridge.story.Raw.Heard;
import dev.scimbridge.story.Scim.Reply;
import dev.scimbridge.story.fuzz.Corpus;
import dev.scimbridge.story.fuzz.Fuzz;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Thousands of requests that are wrong in ways nobody thought of. How many and which, {@code -Dfuzz.requests} and
 * {@code -Dfuzz.seed} say; {@code -Dfuzz.first} begins with a later one, so that one that failed can be sent alone.
 */
class FuzzStory {
    private static final int REQUESTS = Integer.getInteger("fuzz.requests", 2_000);
    private static final int FIRST = Integer.getInteger("fuzz.first", 0);
    private static final long SEED = Long.getLong("fuzz.seed", 1);
    private static final int CONNECTIONS = 16;
    private static final int RESIDENTS = 25;

    /** How many there were of each status. */
    private final Map<Integer, Integer> answers = new ConcurrentSkipListMap<>();

    private final Queue<String> failures = new ConcurrentLinkedQueue<>();

    @Test
    void whatever_is_sent_is_answered_as_scim_and_nobody_is_lost() throws InterruptedException {
        try (Stage stage = Stage.with(RESIDENTS, FuzzStory::open)) {
            List<String> people = created(stage, "/Users", Cast.okta("{name}@acme.io"));
            List<String> groups = created(stage, "/Groups", "{\"displayName\":\"{name}\"}");
            String witness = stage.member("witness@acme.io", "DEVELOPER");
            JsonNode before = stage.scim().user(witness).body();
            Set<String> residents = residents(stage);

            fire(new Fuzz(new Corpus(JarBridge.TOKEN, people, groups).requests(), SEED), stage.bridge.port());

            System.out.println("fuzz: seed " + SEED + ", " + REQUESTS + " requests, answers " + answers);
            assertThat(failures.stream().limit(5))
                    .as(failures.size() + " failures")
                    .isEmpty();
            assertThat(stage.scim().user(witness).body()).isEqualTo(before);
            assertThat(residents(stage)).isEqualTo(residents);
            assertAWholeLife(stage);
            assertThat(stage.bridge.output()).doesNotContain(" ERROR ", "\tat ");
        }
    }

    /** Some to be spoken of, the last of whom may go. */
    private static List<String> created(Stage stage, String path, String body) {
        return IntStream.range(0, 8)
                .mapToObj(i -> stage.scim()
                        .send("POST", path, body.replace("{name}", "target" + i))
                        .id())
                .toList();
    }

    /** With guards that let any number pass, so that what is legal by chance is done. */
    private static JarBridge open(JarBridge bridge) {
        return bridge.with("SCIM_BRIDGE_TLS", "terminated")
                .with("SCIM_BRIDGE_WRITES_WAIT", "PT0.2S")
                .with("SCIM_BRIDGE_GUARDS_MAX_DEACTIVATIONS", "100000");
    }

    private void fire(Fuzz fuzz, int port) throws InterruptedException {
        ExecutorService clients = Executors.newFixedThreadPool(CONNECTIONS);
        IntStream.range(FIRST, FIRST + REQUESTS).forEach(number -> clients.execute(() -> ask(fuzz, number, port)));
        clients.shutdown();
        assertThat(clients.awaitTermination(1, TimeUnit.HOURS)).isTrue();
    }

    private void ask(Fuzz fuzz, int number, int port) {
        byte[] request = fuzz.request(number);
        try (Raw raw = Raw.open(port)) {
            boolean isHead = new String(request, 0, 5, StandardCharsets.ISO_8859_1).equals("HEAD ");
            Heard heard = raw.say(request).hear(isHead ? "HEAD" : "GET");
            answers.merge(heard.status(), 1, Integer::sum);
            ScimWord.hold(heard);
            // What /Me is answered by design (RFC 7644 3.11), and another version of HTTP than the server's.
            assertThat(heard.status() < 500 || heard.status() == 501 || heard.status() == 505)
                    .as(heard.status() + " " + heard.body())
                    .isTrue();
        } catch (AssertionError | RuntimeException e) {
            failures.add("-Dfuzz.seed=" + SEED + " -Dfuzz.first=" + number + " -Dfuzz.requests=1: " + e + "\n"
                    + kept(number, request) + ":\n" + escaped(request));
        }
    }

    /** A file from which it can be sent again, by {@code nc} for instance. */
    private static Path kept(int number, byte[] request) {
        try {
            return Files.write(Path.of("target", "fuzz-" + SEED + "-" + number), request);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The beginning of it, readable. */
    private static String escaped(byte[] request) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < Math.min(request.length, 2_000); i++) {
            boolean plain = request[i] >= ' ' && request[i] < 0x7f;
            text.append(plain ? String.valueOf((char) request[i]) : String.format("\\x%02x", request[i]));
        }
        return text.toString();
    }

    /** The ids of those who were in the workspace from the start: nothing that is sent speaks of them. */
    private static Set<String> residents(Stage stage) {
        Set<String> ids = new TreeSet<>();
        stage.scim()
                .find("userName ew \"@paradime.example\"")
                .body()
                .path("Resources")
                .forEach(each -> ids.add(each.path("id").asText()));
        assertThat(ids).hasSizeGreaterThanOrEqualTo(RESIDENTS);
        return ids;
    }

    private static void assertAWholeLife(Stage stage) {
        Reply created = stage.scim().create(Cast.okta("afterwards@acme.io"));
        assertThat(created.status()).isEqualTo(201);
        stage.untilListed(created.id());
        assertThat(stage.scim().user(created.id()).active()).isTrue();
        assertThat(stage.scim().patch(created.id(), Cast.OKTA_DEACTIVATE).status())
                .isEqualTo(200);
        assertThat(stage.scim().delete(created.id()).status()).isEqualTo(204);
        assertThat(stage.scim().user(created.id()).status()).isEqualTo(404);
    }
}
