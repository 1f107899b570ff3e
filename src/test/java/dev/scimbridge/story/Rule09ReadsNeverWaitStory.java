package dev.scimbridge.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.scimbridge.sandbox.Way;
import dev.scimbridge.story.Scim.Reply;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Rule 9: reads never wait for the workspace, and only a store that knows nobody says so. */
class Rule09ReadsNeverWaitStory {
    /** The order proves it: all reads are answered while every one of the writes is still waiting. */
    @Test
    void five_hundred_writes_that_wait_for_a_workspace_that_hangs_slow_no_read() {
        try (Stage patient = Stage.with(
                6,
                bridge -> bridge.with("SCIM_BRIDGE_UPSTREAM_CALL_TIMEOUT", "PT5M")
                        .with("SCIM_BRIDGE_WRITES_WAIT", "PT30S"))) {
            patient.control.failAlways("inviteUser", Way.hang());
            List<CompletableFuture<Reply>> writes = IntStream.range(0, 500)
                    .mapToObj(i -> patient.scim().later("POST", "/Users", Cast.okta("waiting" + i + "@acme.io")))
                    .toList();
            patient.control.awaitHeld(8);
            for (int i = 0; i < 200; i++) {
                assertThat(patient.scim().named("max.miller@paradime.example").active())
                        .isTrue();
            }
            assertThat(writes).noneMatch(CompletableFuture::isDone);
            patient.control.heal();
            patient.control.release();
            Awaitility.await()
                    .atMost(JarBridge.PATIENCE)
                    .until(() -> writes.stream().allMatch(CompletableFuture::isDone));
            assertThat(writes).allMatch(write -> write.join().status() == 201);
            assertThat(patient.control.applied("inviteUser")).isEqualTo(500);
        }
    }

    @Test
    void reads_are_answered_after_a_restart_while_the_workspace_is_down() {
        try (Stage away = Stage.with(5, bridge -> bridge)) {
            String team = new Teams(away.scim()).found("Cooks");
            away.bridge.kill();
            away.control.down();
            away.bridge.start();
            assertThat(away.scim().get("/Users").total()).isEqualTo(5);
            assertThat(away.scim().get("/Groups/" + team).status()).isEqualTo(200);
            away.control.up();
        }
    }

    /** Until the first believed listing "nobody" would be a guess. */
    @Test
    void dead_credentials_are_told_to_who_tests_the_connection() {
        try (Stage dead = Stage.unready(5, bridge -> bridge.with("PARADIME_API_SECRET", "wrong"))) {
            Awaitility.await().atMost(JarBridge.PATIENCE).until(() -> dead.bridge.health("live") == 200);
            Reply probe = dead.scim().get("/Users?startIndex=1&count=2");
            assertThat(probe.status()).isEqualTo(503);
            assertThat(probe.headers().firstValue("Retry-After")).isPresent();
            Awaitility.await()
                    .atMost(JarBridge.PATIENCE)
                    .until(() -> dead.scim().get("/Users").detail().contains("credentials"));
            assertThat(dead.scim().get("/Groups").status()).isEqualTo(503);
            assertThat(dead.scim().create(Cast.okta(Cast.TESS)).status()).isEqualTo(503);
            assertThat(dead.control.commands()).isZero();
            assertThat(dead.bridge.health("ready")).isEqualTo(503);
        }
    }
}
