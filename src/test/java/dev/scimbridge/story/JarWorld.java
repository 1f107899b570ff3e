package dev.scimbridge.story;

import static org.awaitility.Awaitility.await;

import dev.scimbridge.model.World;
import dev.scimbridge.sandbox.Control;
import java.time.Duration;

/** The real jar as a process, which is really killed; its time goes by as it does for all of us. */
final class JarWorld implements World {
    private final Stage stage;

    private JarWorld(Stage stage) {
        this.stage = stage;
    }

    static JarWorld open() {
        return new JarWorld(Stage.with(
                3,
                bridge -> bridge.with("SCIM_BRIDGE_POLL_INTERVAL", "PT0.2S")
                        .with("SCIM_BRIDGE_UPSTREAM_SETTLING", "PT0.3S")
                        .with("SCIM_BRIDGE_UPSTREAM_CALL_TIMEOUT", "PT2S")
                        .with("SCIM_BRIDGE_WRITES_WAIT", "PT0.5S")
                        .with("SCIM_BRIDGE_GUARDS_MAX_PRIVILEGED_GRANTS", "1000")
                        .with("SCIM_BRIDGE_GUARDS_MAX_DEACTIVATIONS", "1000")));
    }

    @Override
    public Scim scim() {
        return stage.scim();
    }

    @Override
    public Control control() {
        return stage.control;
    }

    /** Time goes by of itself; nobody can wait for hours, and what would need them must be explained. */
    @Override
    public void pass(Duration time) {}

    /** Three listings more than have been asked for: the second was asked for after now, and has been taken in. */
    @Override
    public void settle() {
        int before = stage.control.calls("listUsers");
        await().atMost(JarBridge.PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> stage.control.calls("listUsers") >= before + 3);
    }

    @Override
    public int deadliness() {
        return 3;
    }

    @Override
    public String history(String id) {
        return stage.bridge.output();
    }

    @Override
    public void crash() {
        stage.bridge.kill();
        stage.bridge.start();
    }

    @Override
    public void restart() {
        stage.bridge.stop();
        stage.bridge.start();
    }

    @Override
    public void close() {
        stage.close();
    }
}
