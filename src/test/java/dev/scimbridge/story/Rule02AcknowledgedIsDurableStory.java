package dev.scimbridge.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.scimbridge.sandbox.Control;
import dev.scimbridge.sandbox.Way;
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
class Rule02AcknowledgedIsDurableStory {
    private static final int KILLS = 6;
    private static final int STREAMS = 6;

    /** Who was told 201, and under which id. */
    private final Map<String, String> acknowledged = new ConcurrentHashMap<>();

    @Test
    void everybody_acknowledged_is_there_and_invited_exactly_once_after_six_kills() {
        Random random = new Random(20260301);
        try (Stage stage = Stage.with(5, JarBridge::hasty)) {
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

    /** Killed before a lever could be pulled, while it is pulled, and when it was pulled and nobody has heard. */
    @Test
    void leavers_and_changes_acknowledged_are_carried_out_in_whatever_phase_it_dies() {
        try (Stage stage = Stage.with(5, bridge -> bridge.hasty().with("SCIM_BRIDGE_WRITES_WAIT", "PT1S"))) {
            List<String> phases = List.of("down", "hang", "hang-after");
            List<String> leavers = stage.members("BUSINESS", named(phases, "leaver"));
            List<String> movers = stage.members("BUSINESS", named(phases, "mover"));
            for (int i = 0; i < phases.size(); i++) {
                String phase = phases.get(i);
                breakDown(stage, phase);
                var left = patching(stage, leavers.get(i), Cast.OKTA_DEACTIVATE);
                var moved = patching(stage, movers.get(i), Cast.oktaRole("ANALYST"));
                assertThat(left.join().status()).isEqualTo(200);
                assertThat(moved.join().status()).isEqualTo(200);
                stage.bridge.kill();
                stage.control.heal();
                stage.control.drop();
                stage.control.up();
                stage.bridge.start();
                stage.untilState(leavers.get(i), "settled");
                stage.untilState(movers.get(i), "settled");
                assertThat(stage.scim().user(leavers.get(i)).active()).isFalse();
                assertThat(stage.scim().user(movers.get(i)).role()).isEqualTo("ANALYST");
                assertThat(stage.control.person("leaver-" + phase + "@acme.io").is("disabled"))
                        .isTrue();
                assertThat(stage.control.person("mover-" + phase + "@acme.io").accountType())
                        .isEqualTo("ANALYST");
            }
        }
    }

    private static List<String> named(List<String> phases, String name) {
        return phases.stream().map(phase -> name + "-" + phase + "@acme.io").toList();
    }

    private static void breakDown(Stage stage, String phase) {
        if (phase.equals("down")) {
            stage.control.down();
        } else {
            stage.control.failAlways("disableUser", Way.named(phase));
            stage.control.failAlways("updateUserAccountType", Way.named(phase));
        }
    }

    private static CompletableFuture<Reply> patching(Stage stage, String id, String operation) {
        return CompletableFuture.supplyAsync(() -> stage.scim().patch(id, operation));
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
