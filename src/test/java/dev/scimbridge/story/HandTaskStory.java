package dev.scimbridge.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.scimbridge.story.Scim.Reply;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Rule 14: what only a hand can do is said, and is gone when it is done. And what an operator reads before going live. */
class HandTaskStory {
    private static Stage stage;

    @BeforeAll
    static void open() {
        stage = Stage.with(5, bridge -> bridge);
    }

    @AfterAll
    static void close() {
        stage.close();
    }

    @Test
    void an_armed_invite_is_to_be_revoked() throws Exception {
        Reply armed = stage.scim().create(Cast.okta("armed@acme.io", "BUSINESS"));
        stage.untilListed(armed.id());
        stage.scim().patch(armed.id(), Cast.OKTA_DEACTIVATE);
        stage.untilState(armed.id(), "armed");

        JarBridge.Said tasks = stage.bridge.say("people", "hand");
        assertThat(tasks.code()).isZero();
        assertThat(tasks.lines().get(0)).isEqualTo("1 need a hand");
        assertThat(tasks.text()).contains("armed@acme.io", "revoke their invite in the workspace");
        stage.control.revoke("armed@acme.io");
        stage.untilState(armed.id(), "settled");
        assertThat(stage.bridge.say("people", "hand").lines().get(0)).isEqualTo("Nothing needs a hand.");
    }

    @Test
    void the_report_and_the_other_commands_answer() throws Exception {
        assertThat(stage.bridge.say("people", "report").text())
                .contains("unmanaged", "privileged at risk", "nobody has written to them");
        JarBridge.Said believed = stage.bridge.say("people", "believe");
        assertThat(believed.code()).isEqualTo(2);
        assertThat(believed.lines()).containsExactly("the last listing is believed: there is nothing to say");
        assertThat(stage.bridge.say("plan", "reapply").lines().get(0))
                .isEqualTo("0 people would be given something else");
    }
}
