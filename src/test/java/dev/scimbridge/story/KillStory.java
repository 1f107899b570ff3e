package dev.scimbridge.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.scimbridge.sandbox.Control;
import dev.scimbridge.story.Scim.Reply;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Rule 2: what was acknowledged is on disk, and is carried out, whenever the process dies. */
class KillStory {
    private static final int KILLS = 12;
    private static final int STREAMS = 6;

    /** Who was told 201, and under which id. */
    private final Map<String, String> acknowledged = new ConcurrentHashMap<>();

    @Test
    void everybody_acknowledged_is_there_and_invited_exactly_once_after_twelve_kills() {
        Random random = new Random(20260301);
        try (Stage stage = Stage.with(5, bridge -> bridge)) {
            for (int kill = 0; kill < KILLS; kill++) {
                streamUntilKilled(stage, kill, 3 + random.nextInt(40));
                stage.bridge.start();
            }
            assertThat(acknowledged).hasSizeGreaterThan(KILLS * 3);
            acknowledged.forEach((person, id) -> {
                assertThat(stage.scim().user(id).body().path("userName").asText())
                        .isEqualTo(person);
                stage.untilState(id, "waiting-for-signup");
            });
            // Also whoever was taken in but not told in time ends invited once.
            List<String> invited = stage.control.state().stream()
                    .map(Control.Person::email)
                    .filter(email -> email.startsWith("kill"))
                    .toList();
            assertThat(invited).doesNotHaveDuplicates().containsAll(acknowledged.keySet());
            invited.forEach(person -> assertThat(stage.control.applied("inviteUser", person))
                    .as(person)
                    .isEqualTo(1));
        }
    }

    private void streamUntilKilled(Stage stage, int kill, int after) {
        int before = acknowledged.size();
        List<CompletableFuture<Void>> streams = IntStream.range(0, STREAMS)
                .mapToObj(stream -> CompletableFuture.runAsync(() -> stream(stage, "kill" + kill + "-" + stream)))
                .toList();
        await().atMost(JarBridge.PATIENCE).until(() -> acknowledged.size() >= before + after);
        stage.bridge.kill();
        streams.forEach(CompletableFuture::join);
    }

    /** Creates one person after the other until nobody answers any more. */
    private void stream(Stage stage, String name) {
        for (int i = 0; ; i++) {
            String person = name + "-" + i + "@acme.io";
            try {
                Reply reply = stage.scim().create(Cast.plain(person));
                assertThat(reply.status()).as(person).isEqualTo(201);
                acknowledged.put(person, reply.id());
            } catch (UncheckedIOException dead) {
                return;
            }
        }
    }
}
