package dev.scimbridge.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.scimbridge.sandbox.Way;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is wrong is posted to a webhook once, and once more when it is over. */
class AlertStory {
    private static final Hook HOOK = Hook.open();
    private static Stage stage;

    @BeforeAll
    static void begins() {
        stage = Stage.with(4, bridge -> bridge.with("SCIM_BRIDGE_ALERTS_WEBHOOK", HOOK.url()));
    }

    @AfterAll
    static void ends() {
        if (stage != null) {
            stage.close();
        }
        HOOK.close();
    }

    @AfterEach
    void heals() {
        stage.control.heal();
    }

    private static long logged(String words) {
        return stage.bridge
                .output()
                .lines()
                .filter(line -> line.contains(words))
                .count();
    }

    @Test
    void refused_credentials_are_posted_once_and_once_when_they_are_right_again() {
        stage.control.failAlways(Way.unauthenticated());
        HOOK.awaitOne("credentials-refused");
        stage.untilListedAgain();
        stage.control.heal();
        HOOK.awaitOne("over: credentials-refused");
        assertThat(HOOK.taken("credentials-refused"))
                .hasSize(1)
                .first()
                .asString()
                .contains("give it new ones");
        assertThat(HOOK.taken("over: credentials-refused")).hasSize(1);
        assertThat(logged("WARN  Watchman - Alert credentials-refused")).isEqualTo(1);
        assertThat(logged("Alert over: credentials-refused")).isEqualTo(1);
    }

    /** The post that fails is repeated; a restart repeats nothing. */
    @Test
    void a_held_admin_is_posted_once_although_the_webhook_fails_first_and_the_bridge_starts_anew() {
        HOOK.failNext(500);
        Scim scim = stage.scim();
        String first = scim.named("alexandra.james@paradime.example").id();
        String second = scim.named("max.miller@paradime.example").id();
        assertThat(scim.patch(first, Cast.OKTA_DEACTIVATE).status()).isEqualTo(200);
        assertThat(scim.patch(second, Cast.OKTA_DEACTIVATE).status()).isEqualTo(409);
        HOOK.awaitOne("held");
        assertThat(HOOK.failed()).hasSize(1);
        assertThat(logged("could not be sent and is tried again: the webhook answers 500"))
                .isEqualTo(1);
        assertThat(HOOK.taken("held"))
                .containsExactly("scim-bridge: held: 1 person is held: last-admin 1 (max.miller@paradime.example)");
        await().atMost(JarBridge.PATIENCE).until(() -> logged("Alerts can be sent again") == 1);
        stage.bridge.stop();
        stage.bridge.start();
        stage.control.failAlways("listUsers", Way.emptyListing());
        HOOK.awaitOne("implausible-listing");
        assertThat(HOOK.taken("held")).hasSize(1);
        assertThat(HOOK.taken("over: held")).isEmpty();
    }

    @Test
    void a_pause_is_not_forgotten() throws Exception {
        assertThat(stage.bridge.say("pause").code()).isZero();
        HOOK.awaitOne("levers-stopped");
        assertThat(HOOK.taken("levers-stopped")).first().asString().contains("an operator has paused all changes");
        assertThat(stage.bridge.say("resume").code()).isZero();
        HOOK.awaitOne("over: levers-stopped");
    }

    @Test
    void a_start_without_a_webhook_is_warned_about() {
        try (Stage mute = Stage.with(3, bridge -> bridge)) {
            assertThat(mute.bridge.output()).contains("SCIM_BRIDGE_ALERTS_WEBHOOK is not set");
        }
        assertThat(stage.bridge.output()).doesNotContain("SCIM_BRIDGE_ALERTS_WEBHOOK", Hook.PATH);
    }
}
