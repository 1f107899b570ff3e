package dev.scimbridge.story;

import static org.awaitility.Awaitility.await;

import dev.scimbridge.sandbox.Control;
import dev.scimbridge.sandbox.Options;
import dev.scimbridge.sandbox.Workspace;
import dev.scimbridge.story.Scim.Reply;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.awaitility.core.ConditionTimeoutException;

/** A pretend workspace and the real bridge in front of it. */
final class Stage implements AutoCloseable {
    final Workspace workspace;
    final Control control;
    final JarBridge bridge;

    private Stage(Workspace workspace, JarBridge bridge) {
        this.workspace = workspace;
        this.control = Control.of(workspace);
        this.bridge = bridge;
    }

    /** With so many people in the workspace, the first two of them ADMIN. */
    static Stage with(int people, UnaryOperator<JarBridge> settings) {
        Workspace workspace = Workspace.start(Options.usual().withPeople(people));
        return new Stage(workspace, settings.apply(JarBridge.before(workspace)).start());
    }

    /** The same, without waiting until the bridge serves. */
    static Stage unready(int people, UnaryOperator<JarBridge> settings) {
        Workspace workspace = Workspace.start(Options.usual().withPeople(people));
        return new Stage(workspace, settings.apply(JarBridge.before(workspace)).launch());
    }

    Scim scim() {
        return bridge.scim();
    }

    /** Creates somebody, and waits until the workspace has signed them up and the bridge knows. */
    String member(String userName, String role) {
        Reply created = scim().create(Cast.okta(userName, role));
        if (created.status() != 201) {
            throw new AssertionError(created.status() + " " + created.body());
        }
        untilListed(created.id());
        control.accept(userName);
        untilState(created.id(), "settled");
        return created.id();
    }

    /** The same of several at once: they wait for the same listings. */
    List<String> members(String role, List<String> userNames) {
        List<String> ids = userNames.stream()
                .map(userName -> scim().create(Cast.okta(userName, role)).id())
                .toList();
        ids.forEach(this::untilListed);
        userNames.forEach(control::accept);
        ids.forEach(id -> untilState(id, "settled"));
        return ids;
    }

    /** Waits until a listing has shown what an answer said. */
    void untilListed(String id) {
        until(id, user -> !user.bridge("workspaceEmail").isEmpty());
    }

    /** Waits until somebody of this name is there, and gives their id. */
    String untilFound(String userName) {
        await().atMost(JarBridge.PATIENCE)
                .until(() -> !scim().named(userName).id().isEmpty());
        return scim().named(userName).id();
    }

    void untilState(String id, String state) {
        until(id, user -> user.state().equals(state));
    }

    void until(String id, Predicate<Reply> condition) {
        try {
            await().atMost(JarBridge.PATIENCE)
                    .pollDelay(Duration.ZERO) // of many who are awaited one by one most are as they shall be
                    .until(() -> condition.test(scim().user(id)));
        } catch (ConditionTimeoutException e) {
            throw new AssertionError(scim().user(id).body() + "\n" + control.log() + "\n" + bridge.output(), e);
        }
    }

    /** Waits for a further listing that was asked for from now on, twice over. */
    void untilListedAgain() {
        int before = control.calls("listUsers");
        await().atMost(JarBridge.PATIENCE).until(() -> control.calls("listUsers") >= before + 3);
    }

    @Override
    public void close() {
        bridge.close();
        workspace.close();
    }
}
