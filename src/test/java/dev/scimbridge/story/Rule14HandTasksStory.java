package dev.scimbridge.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.scimbridge.story.Scim.Reply;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Rule 14: what only a hand can do is said, and is gone when it is done. And what an operator reads before going live. */
class Rule14HandTasksStory {
    private static Stage stage;

    @BeforeAll
    static void open() {
        stage = Stage.with(5, JarBridge::hasty);
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
        assertThat(tasks.text()).contains("armed@acme.io", "revoke their invite in the workspace");
        stage.control.revoke("armed@acme.io");
        stage.untilState(armed.id(), "settled");
        assertThat(tasks()).doesNotContain("armed@acme.io");
    }

    @Test
    void somebody_disabled_whom_the_workspace_will_not_invite_again_is_to_be_enabled() {
        String id = stage.member("back@acme.io", "BUSINESS");
        stage.scim().patch(id, Cast.OKTA_DEACTIVATE);
        stage.untilListedAgain();
        Reply back = stage.scim().patch(id, Cast.OKTA_ACTIVATE);
        assertThat(back.status()).isEqualTo(200);
        stage.untilState(id, "needs-hand");
        assertThat(stage.scim().user(id).bridge("reason")).contains("enable them in the workspace by hand");
        assertThat(tasks()).contains("back@acme.io");
        stage.control.enable("back@acme.io");
        stage.untilState(id, "settled");
        assertThat(stage.scim().user(id).active()).isTrue();
        assertThat(tasks()).doesNotContain("back@acme.io");
    }

    @Test
    void somebody_renamed_is_to_be_renamed_there() {
        String id = stage.member("maiden@acme.io", "BUSINESS");
        Reply renamed =
                stage.scim().patch(id, "{'op':'replace','value':{'userName':'married@acme.io'}}".replace('\'', '"'));
        assertThat(renamed.state()).isEqualTo("needs-hand");
        assertThat(renamed.bridge("reason")).contains("maiden@acme.io", "married@acme.io");
        assertThat(renamed.active()).isTrue();
        assertThat(tasks()).contains("maiden@acme.io");
        stage.control.rename("maiden@acme.io", "married@acme.io");
        stage.untilState(id, "settled");
        assertThat(stage.scim().user(id).bridge("workspaceEmail")).isEqualTo("married@acme.io");
        assertThat(tasks()).doesNotContain("maiden@acme.io");
    }

    @Test
    void an_open_invite_of_another_type_is_to_be_changed() {
        String id = stage.scim().create(Cast.okta("open@acme.io", "BUSINESS")).id();
        stage.untilListed(id);
        assertThat(stage.scim().patch(id, Cast.oktaRole("ANALYST")).role()).isEqualTo("ANALYST");
        assertThat(tasks()).contains("open@acme.io");
        stage.control.accept("open@acme.io");
        stage.untilState(id, "settled");
        assertThat(tasks()).doesNotContain("open@acme.io");
    }

    /** What is to be done by hand, as an operator reads it. */
    private static String tasks() {
        return stage.bridge.operator().read("people/hand").body();
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
