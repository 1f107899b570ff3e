package dev.scimbridge.story;

import dev.scimbridge.story.cases.Case;
import dev.scimbridge.story.cases.LiveTalk;
import dev.scimbridge.story.cases.Performance;
import dev.scimbridge.story.cases.Scene;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** The stages that cases are played on, each opened when it is needed first. */
final class Scenes implements AutoCloseable {
    private final Map<Scene, Stage> open = new EnumMap<>(Scene.class);

    /** Two tests of each: it passes, and it notices what is wrong. */
    Stream<DynamicTest> tests(List<Case> cases) {
        return cases.stream()
                .map(each -> new Performance(each, () -> talk(each.scene())))
                .flatMap(Performance::tests);
    }

    private LiveTalk talk(Scene scene) {
        Stage stage = open.computeIfAbsent(scene, Scenes::stage);
        String base = "http://127.0.0.1:" + stage.bridge.port() + "/scim/v2";
        return new LiveTalk(new LiveTalk.Bridge(base, JarBridge.TOKEN, stage.control, stage.bridge::output));
    }

    private static Stage stage(Scene scene) {
        return Stage.with(scene.people(), bridge -> {
            scene.settings().forEach(bridge::with);
            return bridge;
        });
    }

    @Override
    public void close() {
        open.values().forEach(Stage::close);
    }
}
