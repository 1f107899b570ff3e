package dev.scimbridge.operations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.scimbridge.lifecycle.Address;
import dev.scimbridge.store.Entry;
import dev.scimbridge.store.Store;
import dev.scimbridge.store.Upkeep;
import dev.scimbridge.store.contract.Cast;
import dev.scimbridge.store.sqlite.SqliteKit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An exported audit: it verifies by itself, and pseudonymised it names nobody. */
class ExportTest {
    private static final UUID EVA = Cast.stranger("eva@acme.io").id();
    private static final Instant NOON = Cast.NOON.plusNanos(123_456_000);

    private final SqliteKit kit = new SqliteKit();

    @AfterEach
    void tidies_up() {
        kit.close();
    }

    private static Entry entry(int second, String why) {
        Entry.Words words = new Entry.Words("create Eva@acme.io with active true", "active", null, null, why);
        return new Entry(NOON.plusSeconds(second), "scim-write", new Entry.By("okta", "SCIM/1"), EVA, words);
    }

    private Store written() {
        Store store = kit.open();
        done(store.write(tx -> {
            tx.record(entry(1, null));
            tx.record(entry(2, "\"eva@acme.io\", (" + EVA + ") is <max@acme.io>'s boss; ø"));
            tx.record(entry(3, "{\"email\":\"eva@acme.io\"}"));
            tx.record(entry(4, ""));
            return 4;
        }));
        return store;
    }

    private static <T> T done(CompletionStage<T> stage) {
        return stage.toCompletableFuture().join();
    }

    private List<String> export(Store store, boolean pseudonymised) {
        Map<String, String> said = pseudonymised ? Map.of("pseudonymised", "true") : Map.of();
        Outcome.Lines lines = (Outcome.Lines) new AuditExport(store, kit.audit()).run(new Parameters(said));
        List<String> all = new ArrayList<>();
        lines.writing().accept(all::add);
        return all;
    }

    private static Report check(List<String> lines) {
        return ExportCheck.of(lines::stream);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void an_export_verifies_by_itself(boolean pseudonymised) {
        List<String> lines = export(written(), pseudonymised);
        assertThat(lines).hasSize(5);
        assertThat(check(lines).isSound()).isTrue();
        assertThat(check(lines).headline()).isEqualTo("4 entries, all sound");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void it_still_does_after_erasing_and_forgetting(boolean pseudonymised) {
        Store store = written();
        Upkeep.Order order = new Upkeep.Order(NOON.plusSeconds(5), Entry.By.OPERATOR);
        done(store.write(tx -> tx.upkeep().erase(EVA, Set.of(Address.of("eva@acme.io")), order)));
        done(store.write(tx -> tx.upkeep().forget(NOON.plusSeconds(2), order)));
        List<String> lines = export(store, pseudonymised);
        assertThat(lines).hasSize(6);
        assertThat(check(lines).headline()).isEqualTo("5 entries, all sound");
    }

    @Test
    void pseudonymised_it_names_nobody_and_the_same_one_always_alike() {
        Store store = written();
        List<String> lines = export(store, true);
        assertThat(lines).noneMatch(line -> line.contains("@") || line.contains(EVA.toString()));
        assertThat(lines).noneMatch(line -> line.contains("\"salt\""));
        assertThat(lines.get(0)).contains("create address-", " with active true\"", "\"actor\":\"okta\"");
        assertThat(lines.get(1)).contains(") is <address-", " boss; ø");
        assertThat(ids(lines.get(0))).hasSize(1).isEqualTo(ids(lines.get(2)));
        assertThat(ids(lines.get(1))).isEqualTo(ids(lines.get(0)));
        assertThat(export(store, true)).isEqualTo(lines);
    }

    private static Set<String> ids(String line) {
        return Pattern.compile("\\bid-[0-9a-f]{16}")
                .matcher(line)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }

    @Test
    void another_store_has_other_names() {
        Pseudonyms one = new Pseudonyms("one");
        assertThat(one.words("eva@acme.io")).isNotEqualTo(new Pseudonyms("two").words("eva@acme.io"));
        assertThat(one.words("for EVA@acme.io.")).isEqualTo("for " + one.words("eva@acme.io") + ".");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_line_that_is_missing_moved_or_cut_off_is_found(boolean pseudonymised) {
        List<String> lines = export(written(), pseudonymised);
        for (int i = 0; i < 4; i++) {
            List<String> missing = new ArrayList<>(lines);
            missing.remove(i);
            assertThat(check(missing).headline()).startsWith("NOT sound: entry " + (i + 1) + " of 4");
        }
        List<String> moved = new ArrayList<>(lines);
        Collections.swap(moved, 1, 2);
        assertThat(check(moved).headline()).startsWith("NOT sound: entry 2 of 4");
        assertThat(check(lines.subList(0, 4)).isSound()).isFalse();
        assertThat(check(List.of()).isSound()).isFalse();
        assertThat(check(List.of("no JSON")).isSound()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"seq", "at", "kind", "payload", "previous", "hash"})
    void a_changed_value_of_the_chain_is_found_in_either(String name) {
        Store store = written();
        for (boolean pseudonymised : new boolean[] {false, true}) {
            List<String> lines = new ArrayList<>(export(store, pseudonymised));
            String line = lines.get(2);
            int last = line.indexOf(',', line.indexOf("\"" + name + "\":")) - (name.equals("seq") ? 1 : 3);
            char other = line.charAt(last) == '7' ? '8' : '7';
            lines.set(2, line.substring(0, last) + other + line.substring(last + 1));
            assertThat(check(lines).headline()).as(lines.get(2)).startsWith("NOT sound: entry 3 of 4");
        }
    }

    @Test
    void changed_words_are_found_where_the_salt_is() {
        List<String> lines = new ArrayList<>(export(written(), false));
        lines.set(1, lines.get(1).replace("boss", "friend"));
        assertThat(check(lines).headline())
                .startsWith("NOT sound: entry 2 of 4")
                .contains("was changed");
    }
}
