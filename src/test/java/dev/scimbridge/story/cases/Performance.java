package dev.scimbridge.story.cases;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** A case as tests: first live, then once for each wrong answer on the record of the live one. */
public final class Performance {
    private final Case played;
    private final Supplier<LiveTalk> bridge;
    private List<Exchange> said = List.of();

    public Performance(Case played, Supplier<LiveTalk> bridge) {
        this.played = played;
        this.bridge = bridge;
    }

    public Stream<DynamicTest> tests() {
        DynamicTest live = DynamicTest.dynamicTest(played.id() + " " + played.title(), this::live);
        Stream<DynamicTest> wrong = played.wrongs().stream()
                .map(each -> DynamicTest.dynamicTest(played.id() + " notices " + each.what(), () -> notices(each)));
        return Stream.concat(Stream.of(live), wrong);
    }

    private void live() {
        try {
            said = played.live(bridge.get());
        } catch (AssertionError failed) {
            throw new AssertionError(played.id() + ": " + failed.getMessage(), failed);
        }
    }

    private void notices(Case.Wrong wrong) {
        if (said.isEmpty()) {
            throw new IllegalStateException(played.id() + " has not passed live, so nothing can be noticed");
        }
        played.notices(wrong, said);
    }
}
