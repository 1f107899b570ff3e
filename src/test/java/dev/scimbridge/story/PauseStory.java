package dev.scimbridge.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.scimbridge.story.Scim.Reply;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An operator stops all levers, and lets them go again. */
class PauseStory {
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
    void what_is_written_in_a_pause_is_kept_through_a_kill_and_done_at_resume() throws Exception {
        JarBridge.Said paused = stage.bridge.say("pause");
        assertThat(paused.code()).isZero();
        assertThat(paused.lines().get(0)).contains("until resume");
        long before = stage.control.commands();
        Reply created = stage.scim().create(Cast.okta("waits@acme.io", "BUSINESS"));
        assertThat(created.status()).isEqualTo(201);
        assertThat(created.active()).isTrue();
        assertThat(created.state()).isEqualTo("pending");
        assertThat(created.bridge("reason")).contains("paused");
        assertThat(statusPage()).contains("stopped    an operator has paused all changes");
        stage.bridge.kill();
        stage.bridge.start();
        stage.untilListedAgain();
        assertThat(stage.control.commands()).isEqualTo(before);

        assertThat(stage.bridge.say("resume").lines().get(0)).startsWith("What has waited since");
        stage.untilState(created.id(), "waiting-for-signup");
        assertThat(stage.bridge.say("resume").lines().get(0)).isEqualTo("Nothing was paused.");
        assertThat(statusPage()).doesNotContain("stopped");
    }

    private static String statusPage() throws Exception {
        URI page = URI.create("http://127.0.0.1:" + stage.bridge.managementPort() + "/");
        HttpRequest request = HttpRequest.newBuilder(page).build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
    }

    @Test
    void leavers_go_where_they_are_excepted() {
        String leaver = stage.member("leaves@acme.io", "BUSINESS");
        assertThat(stage.bridge.operator().change("pause?except-leavers=true").status())
                .isEqualTo(200);
        Reply joiner = stage.scim().create(Cast.okta("joins@acme.io", "BUSINESS"));
        assertThat(stage.scim().patch(leaver, Cast.OKTA_DEACTIVATE).active()).isFalse();
        stage.untilState(leaver, "settled");
        assertThat(stage.control.person("leaves@acme.io").is("disabled")).isTrue();
        assertThat(stage.scim().user(joiner.id()).state()).isEqualTo("pending");
        stage.bridge.operator().change("resume");
        stage.untilState(joiner.id(), "waiting-for-signup");
    }
}
