package dev.scimbridge.store.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.scimbridge.directory.User;
import dev.scimbridge.store.AuditLog.Line;
import dev.scimbridge.store.AuditLog.Verdict;
import dev.scimbridge.store.Entry;
import dev.scimbridge.store.Store;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The audit chain has no gap, and whatever is changed behind the store's back is found. */
public abstract class AuditContract extends Contract {
    private static final int ENTRIES = 6;
    private static final User MAX = Cast.stranger("max@acme.io");
    private static final User EVA = Cast.stranger("eva@acme.io");

    protected AuditContract(StoreKit kit) {
        super(kit);
    }

    /** The odd ones are Max's, the even ones Eva's. */
    private static Entry entry(int number) {
        Entry.Words words = new Entry.Words("asked " + number, "meant", "called", "answered", "why");
        User whom = number % 2 == 1 ? MAX : EVA;
        return new Entry(Cast.NOON.plusSeconds(number), "scim-write", new Entry.By("okta", "SCIM/1"), whom.id(), words);
    }

    private Store written() {
        Store store = kit.open();
        record(
                store,
                IntStream.rangeClosed(1, ENTRIES).mapToObj(AuditContract::entry).toArray(Entry[]::new));
        return store;
    }

    private static void record(Store store, Entry... entries) {
        await(store.write(transaction -> {
            List.of(entries).forEach(transaction::record);
            return null;
        }));
    }

    private void assertFirstBad(long seq) {
        Verdict verdict = kit.audit().verify();
        assertThat(verdict.isSound()).isFalse();
        assertThat(verdict.fault().seq()).isEqualTo(seq);
    }

    @Test
    void a_chain_that_was_left_alone_verifies_also_after_a_crash() {
        written();
        assertThat(kit.audit().verify()).isEqualTo(new Verdict(ENTRIES, null));
        kit.crash();
        record(kit.open(), entry(7));
        assertThat(kit.audit().verify()).isEqualTo(new Verdict(ENTRIES + 1, null));
    }

    @Test
    void an_empty_chain_verifies() {
        kit.open();
        assertThat(kit.audit().verify()).isEqualTo(new Verdict(0, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"at = at + 1", "kind = 'scim-read'", "payload_hash = ~", "previous_hash = ~", "hash = ~"})
    void a_changed_column_of_a_row_is_found(String change) {
        written();
        String column = change.substring(0, change.indexOf(' '));
        String flipped =
                "substr(" + column + ", 1, 63) || CASE substr(" + column + ", 64) WHEN '0' THEN '1' ELSE '0' END";
        kit.sql("UPDATE audit SET " + change.replace("~", flipped) + " WHERE seq = 3");
        assertFirstBad(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"salt", "person", "actor", "client", "asked", "meant", "called", "answered", "why"})
    void a_changed_or_emptied_column_of_what_was_said_is_found(String column) {
        written();
        kit.sql("UPDATE audit_payload SET " + column + " = 'X' || substr(" + column + ", 2) WHERE seq = 3");
        assertFirstBad(3);
        kit.sql("UPDATE audit_payload SET " + column + " = NULL WHERE seq = 2");
        assertFirstBad(2);
        kit.sql("UPDATE audit_payload SET " + column + " = '' WHERE seq = 1");
        assertFirstBad(1);
    }

    @Test
    void a_new_number_for_a_row_is_found() {
        written();
        kit.sql("UPDATE audit SET seq = 99 WHERE seq = 3");
        assertFirstBad(3);
    }

    @Test
    void a_row_that_was_dropped_is_found() {
        written();
        kit.sql("DELETE FROM audit WHERE seq = 4", "DELETE FROM audit_payload WHERE seq = 4");
        assertFirstBad(4);
    }

    @Test
    void a_last_row_that_was_dropped_is_found() {
        written();
        kit.sql("DELETE FROM audit WHERE seq = 6", "DELETE FROM audit_payload WHERE seq = 6");
        assertFirstBad(6);
    }

    @Test
    void the_first_of_several_last_rows_that_were_dropped_is_named() {
        written();
        kit.sql("DELETE FROM audit WHERE seq >= 4");
        assertFirstBad(4);
    }

    @Test
    void a_dropped_payload_is_found() {
        written();
        kit.sql("DELETE FROM audit_payload WHERE seq = 5");
        assertFirstBad(5);
    }

    @Test
    void rows_that_changed_places_are_found() {
        written();
        exchange("audit");
        assertFirstBad(2);
    }

    @Test
    void payloads_that_changed_places_are_found() {
        written();
        exchange("audit_payload");
        assertFirstBad(2);
    }

    private void exchange(String table) {
        kit.sql(
                "UPDATE " + table + " SET seq = 99 WHERE seq = 2",
                "UPDATE " + table + " SET seq = 2 WHERE seq = 5",
                "UPDATE " + table + " SET seq = 5 WHERE seq = 99");
    }

    @Test
    void a_chain_that_was_cut_with_its_head_set_back_is_found_at_the_end() {
        written();
        kit.sql("UPDATE head SET entries = 5");
        assertFirstBad(6);
        kit.sql("DELETE FROM audit WHERE seq = 6");
        assertFirstBad(5);
    }

    @Test
    void a_row_that_was_put_at_the_end_is_found() {
        written();
        kit.sql("INSERT INTO audit (seq, at, kind, payload_hash, previous_hash, hash)"
                + " SELECT 7, at, kind, payload_hash, hash, hash FROM audit WHERE seq = 6");
        assertFirstBad(7);
    }

    @Test
    void a_payload_that_was_erased_does_not_break_the_chain() {
        Store store = written();
        kit.sql("UPDATE audit_payload SET salt = NULL, person = NULL, actor = NULL, client = NULL, asked = NULL,"
                + " meant = NULL, called = NULL, answered = NULL, why = NULL WHERE seq = 3");
        record(store, entry(7));
        assertThat(kit.audit().verify()).isEqualTo(new Verdict(ENTRIES + 1, null));
        assertThat(kit.audit().history(MAX.id(), 9).stream().map(Line::seq)).containsExactly(1L, 5L, 7L);
    }

    @Test
    void the_history_of_a_person_is_whole_and_in_order_and_the_limit_keeps_the_latest() {
        written();
        List<Line> history = kit.audit().history(MAX.id(), 100);
        assertThat(history).containsExactly(new Line(1, entry(1)), new Line(3, entry(3)), new Line(5, entry(5)));
        assertThat(kit.audit().history(MAX.id(), 2)).isEqualTo(history.subList(1, 3));
    }

    @Test
    void an_entry_keeps_what_is_not_said_apart_from_what_is_empty() {
        Store store = kit.open();
        Entry.Words silent = new Entry.Words(null, "", null, "", null);
        Entry bare = new Entry(Cast.NOON, "", new Entry.By("", null), MAX.id(), silent);
        Entry everybody = new Entry(Cast.NOON, "start", Entry.By.BRIDGE, null, Entry.Words.why("begins"));
        record(store, bare, everybody);
        assertThat(kit.audit().history(MAX.id(), 9)).containsExactly(new Line(1, bare));
        assertThat(kit.audit().verify().isSound()).isTrue();
    }
}
