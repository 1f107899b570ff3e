package dev.scimbridge.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is changed in the workspace by hand is told from what the bridge has done. */
class DriftStory {
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
    void another_type_is_listed_and_explained_and_cleared_when_it_is_undone() throws Exception {
        String id = stage.member("drifts@acme.io", "BUSINESS");
        stage.control.changeRole("drifts@acme.io", "ADMIN");
        stage.untilState(id, "drift");
        assertThat(stage.bridge.operator().read("people?state=drift").column("address"))
                .containsExactly("drifts@acme.io");
        assertThat(stage.bridge.say("explain", "drifts@acme.io").text())
                .contains("changed in the workspace, not by this bridge");
        assertThat(stage.scim().user(id).role()).isEqualTo("ADMIN");
        stage.control.changeRole("drifts@acme.io", "BUSINESS");
        stage.untilState(id, "settled");
        assertThat(stage.control.applied("updateUserAccountType")).isZero();
    }

    @Test
    void who_was_disabled_by_hand_is_shown_so_and_not_invited_and_a_leaver_enabled_by_hand_goes_again() {
        String stolen = stage.member("stolen@acme.io", "BUSINESS");
        String leaver = stage.member("leaver@acme.io", "BUSINESS");
        stage.scim().patch(leaver, Cast.OKTA_DEACTIVATE);
        stage.untilState(leaver, "settled");
        stage.control.disable("stolen@acme.io");
        stage.untilState(stolen, "drift");
        assertThat(stage.scim().user(stolen).active()).isFalse();
        stage.untilListedAgain();
        stage.control.enable("leaver@acme.io");
        await().atMost(JarBridge.PATIENCE).until(() -> stage.control.applied("disableUser", "leaver@acme.io") == 2);
        stage.untilState(leaver, "settled");
        assertThat(stage.control.applied("inviteUser", "stolen@acme.io")).isEqualTo(1);
    }
}
