package dev.scimbridge.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.scimbridge.story.Scim.Reply;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Rule 2 for groups: what was acknowledged is on disk, whenever the process dies. */
class GroupKillStory {
    private static final int KILLS = 5;
    private static final int STREAMS = 4;

    /** Who was told to be in which group; a group that is not among them was told to be deleted. */
    private final Map<String, Set<String>> acknowledged = new ConcurrentHashMap<>();

    /** What was not answered may have been done or not. */
    private final Set<String> open = ConcurrentHashMap.newKeySet();

    private final Set<String> deleted = ConcurrentHashMap.newKeySet();
    private final AtomicInteger answers = new AtomicInteger();

    @Test
    void every_acknowledged_write_of_a_group_is_there_after_five_kills() {
        try (Stage stage = Stage.with(20, bridge -> bridge)) {
            List<String> people = new Teams(stage.scim()).people(20);
            for (int kill = 0; kill < KILLS; kill++) {
                streamUntilKilled(stage, people, kill);
                stage.bridge.start();
            }
            Teams teams = new Teams(stage.scim());
            acknowledged.keySet().removeAll(open);
            assertThat(acknowledged).hasSizeGreaterThan(KILLS);
            acknowledged.forEach((id, members) -> assertThat(teams.members(id)).isEqualTo(members));
            deleted.removeAll(open);
            assertThat(deleted)
                    .isNotEmpty()
                    .allSatisfy(id -> assertThat(teams.read(id).status()).isEqualTo(404));
            for (String person : people) {
                List<String> shown =
                        stage.scim().user(person).body().path("groups").findValuesAsText("value");
                assertThat(shown).allSatisfy(id -> assertThat(teams.members(id)).contains(person));
            }
        }
    }

    private void streamUntilKilled(Stage stage, List<String> people, int kill) {
        int before = answers.get();
        List<CompletableFuture<Void>> streams = IntStream.range(0, STREAMS)
                .mapToObj(
                        stream -> CompletableFuture.runAsync(() -> stream(stage, people, "run " + kill + "." + stream)))
                .toList();
        await().atMost(JarBridge.PATIENCE).until(() -> answers.get() >= before + 30 + 17 * kill);
        stage.bridge.kill();
        streams.forEach(CompletableFuture::join);
    }

    /** Makes groups, changes them and deletes every third, until nobody answers any more. */
    private void stream(Stage stage, List<String> people, String name) {
        Teams teams = new Teams(stage.scim());
        for (int i = 0; ; i++) {
            String first = people.get(i % 20);
            String second = people.get((i + 7) % 20);
            try {
                String id = teams.found(name + "." + i, first, second);
                acknowledged.put(id, Set.of(first, second));
                open.add(id);
                done(teams.patch(id, Teams.remove(first) + "," + Teams.rename(name + "!" + i)), 200);
                acknowledged.put(id, Set.of(second));
                if (i % 3 == 2) {
                    done(teams.delete(id), 204);
                    acknowledged.remove(id);
                    deleted.add(id);
                }
                open.remove(id);
            } catch (UncheckedIOException dead) {
                return;
            }
        }
    }

    private void done(Reply reply, int status) {
        assertThat(reply.status()).isEqualTo(status);
        answers.incrementAndGet();
    }
}
