package dev.scimbridge.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.scimbridge.sandbox.Control;
import dev.scimbridge.sandbox.Options;
import dev.scimbridge.sandbox.Way;
import dev.scimbridge.sandbox.Workspace;
import dev.scimbridge.story.Scim.Reply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The store and the workspace do not belong together: nothing is touched before somebody has looked. */
class ForeignWorkspaceStory {
    private static final List<String> STRANGERS =
            List.of("ann@elsewhere.example", "bob@elsewhere.example", "cid@elsewhere.example", "dot@elsewhere.example");

    @Test
    void on_another_workspace_nobody_is_touched_or_believed_to_be_gone_before_the_plan_is_confirmed() {
        try (Stage stage = Stage.with(5, bridge -> bridge);
                Workspace other = Workspace.start(Options.usual())) {
            String id = stage.member("one@acme.io", "BUSINESS");
            Control control = Control.of(other);
            STRANGERS.forEach(address -> control.add(address, "ADMIN"));
            stage.bridge.stop();
            stage.bridge
                    .with("PARADIME_API_ENDPOINT", other.endpoint().toString())
                    .start();
            stage.untilState(stage.untilFound(STRANGERS.get(0)), "unmanaged");
            Reply created = stage.scim().create(Cast.okta(Cast.TESS, "BUSINESS"));
            assertThat(created.status()).isEqualTo(201);
            assertThat(created.bridge("reason")).contains("another workspace", "of 6 people on record it has 0");
            int listings = control.calls("listUsers");
            await().atMost(JarBridge.PATIENCE).until(() -> control.calls("listUsers") > listings + 3);
            assertThat(stage.scim().user(id).active()).isTrue();
            assertThat(stage.scim().user(id).state()).isEqualTo("settled");
            assertThat(control.commands()).isZero();

            Operator operator = stage.bridge.operator();
            assertThat(operator.read("plan").column("address")).containsExactly("tess.user@acme.io");
            assertThat(operator.change("plan/confirm?number=1").status()).isEqualTo(200);
            stage.untilState(created.id(), "waiting-for-signup");
        }
    }

    /** Its listing takes its time, so that what was pending could be there first. */
    @Test
    void what_was_pending_is_not_sent_to_another_workspace_before_it_has_been_looked_at() {
        try (Stage stage = Stage.with(5, bridge -> bridge);
                Workspace other = Workspace.start(Options.usual())) {
            stage.control.down();
            String late = stage.scim().create(Cast.okta(Cast.TESS, "BUSINESS")).id();
            Control control = Control.of(other);
            STRANGERS.forEach(address -> control.add(address, "ADMIN"));
            control.failAlways("listUsers", Way.slow(Duration.ofSeconds(2)));
            stage.bridge.stop();
            stage.bridge
                    .with("PARADIME_API_ENDPOINT", other.endpoint().toString())
                    .start();
            stage.until(late, user -> user.bridge("reason").contains("another workspace"));
            assertThat(control.commands()).isZero();
        }
    }

    @Test
    void a_backup_that_was_put_back_touches_nobody_before_its_plan_is_confirmed() {
        try (Stage stage = Stage.with(5, bridge -> bridge)) {
            String id = stage.member("one@acme.io", "BUSINESS");
            stage.scim().patch(id, Cast.OKTA_DEACTIVATE);
            stage.untilState(id, "settled");
            stage.bridge.stop();
            Path backup = copied(stage.bridge.data(), stage.bridge.data().resolveSibling("backup"));
            stage.bridge.start();
            stage.scim().patch(id, Cast.OKTA_ACTIVATE);
            stage.control.enable("one@acme.io");
            stage.untilState(id, "settled");
            stage.bridge.stop();
            copied(backup, stage.bridge.data());
            stage.bridge.start();

            stage.untilListedAgain();
            Reply restored = stage.scim().user(id);
            assertThat(restored.state()).isEqualTo("pending");
            assertThat(restored.bridge("reason")).contains("not the one that ran here last");
            assertThat(stage.control.person("one@acme.io").is("active")).isTrue();
            assertThat(stage.bridge.operator().read("plan").column("step"))
                    .singleElement()
                    .asString()
                    .startsWith("disableUser");
            stage.bridge.kill();
            stage.bridge.start();
            assertThat(stage.bridge.operator().change("plan/confirm?number=1").status())
                    .isEqualTo(200);
            stage.untilState(id, "settled");
            assertThat(stage.control.person("one@acme.io").is("disabled")).isTrue();
        }
    }

    /** Only the database: the rest of the folder is not in a backup. */
    private static Path copied(Path from, Path to) {
        try (Stream<Path> files = Files.list(from)) {
            Files.createDirectories(to);
            for (Path each : files.filter(file -> file.getFileName().toString().contains(".db"))
                    .toList()) {
                Files.copy(each, to.resolve(each.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
            return to;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
