package dev.scimbridge.store.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.scimbridge.directory.User;
import dev.scimbridge.store.AuditLog.End;
import dev.scimbridge.store.AuditLog.Fault;
import dev.scimbridge.store.AuditLog.Line;
import dev.scimbridge.store.AuditLog.Verdict;
import dev.scimbridge.store.Entry;
import dev.scimbridge.store.Store;
import java.util.ArrayList;
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
        assertThat(kit.audit().verify()).isEqualTo(new Verdict(ENTRIES, 0, null));
        kit.crash();
        record(kit.open(), entry(7));
        assertThat(kit.audit().verify()).isEqualTo(new Verdict(ENTRIES + 1, 0, null));
    }

    @Test
    void an_empty_chain_verifies() {
        kit.open();
        assertThat(kit.audit().verify()).isEqualTo(new Verdict(0, 0, null));
    }

    /** The columns are those that the tables have, so that none is ever forgotten. */
    @ParameterizedTest
    @ValueSource(strings = {"audit", "audit_payload"})
    void a_flipped_byte_in_any_column_is_found(String table) {
        written();
        assertThat(kit.columns(table)).hasSizeGreaterThan(5).contains("seq");
        for (String column : kit.columns(table)) {
            String flipped = "substr(~, 1, length(~) - 1) || CASE substr(~, length(~)) WHEN '0' THEN '1' ELSE '0' END";
            changed(table, column, column.equals("seq") ? "seq + 16" : flipped.replace("~", column));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"salt", "person", "actor", "client", "asked", "meant", "called", "answered", "why"})
    void an_emptied_or_blank_column_of_what_was_said_is_found(String column) {
        written();
        changed("audit_payload", column, "NULL");
        changed("audit_payload", column, "''");
    }

    private void changed(String table, String column, String value) {
        kit.sql("CREATE TABLE kept AS SELECT * FROM " + table);
        kit.sql("UPDATE " + table + " SET " + column + " = " + value + " WHERE seq = 3");
        assertThat(kit.audit().verify().fault())
                .as(column)
                .extracting(Fault::seq)
                .isEqualTo(3L);
        kit.sql("DELETE FROM " + table, "INSERT INTO " + table + " SELECT * FROM kept", "DROP TABLE kept");
        assertThat(kit.audit().verify().isSound()).isTrue();
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
    void something_that_is_said_of_no_entry_is_found() {
        written();
        kit.sql("INSERT INTO audit_payload SELECT 7, salt, person, actor, client, asked, meant, called, answered, why"
                + " FROM audit_payload WHERE seq = 6");
        assertFirstBad(7);
    }

    @Test
    void a_payload_that_was_emptied_is_found_if_no_erasure_names_it() {
        Store store = written();
        kit.sql("UPDATE audit_payload SET salt = NULL, person = NULL, actor = NULL, client = NULL, asked = NULL,"
                + " meant = NULL, called = NULL, answered = NULL, why = NULL WHERE seq = 3");
        record(store, entry(7));
        assertFirstBad(3);
        assertThat(kit.audit().history(MAX.id(), 9).stream().map(Line::seq)).containsExactly(1L, 5L, 7L);
    }

    @Test
    void a_head_that_was_set_further_names_the_entry_that_is_not_there() {
        written();
        kit.sql("UPDATE head SET entries = 7");
        assertFirstBad(7);
    }

    @Test
    void entries_of_one_kind_and_all_of_them_are_read_in_order() {
        Store store = written();
        record(store, new Entry(Cast.NOON, "start", Entry.By.BRIDGE, null, Entry.Words.why("begins")), entry(8));
        List<Long> kind = new ArrayList<>();
        kit.audit().ofKind("scim-write", line -> kind.add(line.seq()));
        assertThat(kind).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 8L);
        List<Entry> all = new ArrayList<>();
        End end = kit.audit().each((link, payload) -> all.add(payload.entry(link.moment(), link.kind())));
        assertThat(all).hasSize(8).startsWith(entry(1), entry(2)).endsWith(entry(8));
        assertThat(end.entries()).isEqualTo(8);
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
