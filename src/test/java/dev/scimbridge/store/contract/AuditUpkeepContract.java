package dev.scimbridge.store.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.scimbridge.directory.User;
import dev.scimbridge.lifecycle.Address;
import dev.scimbridge.store.AuditLog.Line;
import dev.scimbridge.store.AuditLog.Verdict;
import dev.scimbridge.store.Entry;
import dev.scimbridge.store.Notices;
import dev.scimbridge.store.Store;
import dev.scimbridge.store.Upkeep;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was taken away from the audit chain by its own ways does not break it; whatever else is gone is found. */
public abstract class AuditUpkeepContract extends Contract {
    private static final User MAX = Cast.stranger("max@acme.io");
    private static final User EVA = Cast.stranger("eva@acme.io");
    private static final Set<Address> MAXS = Set.of(MAX.identity().address());
    private static final Upkeep.Order ORDER =
            new Upkeep.Order(Cast.NOON.plusSeconds(500), new Entry.By("operator", null));

    protected AuditUpkeepContract(StoreKit kit) {
        super(kit);
    }

    /** One a minute; those of 1, 2 and 4 are Max's. */
    private static Entry entry(int number) {
        return saying(number, "this is said by number " + number);
    }

    private static Entry saying(int number, String why) {
        boolean his = Set.of(1, 2, 4).contains(number);
        Entry.Words words = Entry.Words.why(why);
        return new Entry(minute(number), "scim-write", new Entry.By("okta", "SCIM/1"), (his ? MAX : EVA).id(), words);
    }

    private static Instant minute(int number) {
        return Cast.NOON.plusSeconds(60L * number);
    }

    private Store written() {
        Store store = kit.open();
        write(store, 1, 6);
        return store;
    }

    private static void write(Store store, int first, int last) {
        assertWork(store, tx -> {
                    IntStream.rangeClosed(first, last).forEach(number -> tx.record(entry(number)));
                    return true;
                })
                .isEqualTo(true);
    }

    private static int eraseMax(Store store) {
        return await(store.write(tx -> tx.upkeep().erase(MAX.id(), MAXS, ORDER)));
    }

    private static long forget(Store store, Instant before) {
        return await(store.write(tx -> tx.upkeep().forget(before, ORDER)));
    }

    private void assertFirstBad(long seq) {
        Verdict verdict = kit.audit().verify();
        assertThat(verdict.isSound()).isFalse();
        assertThat(verdict.fault().seq()).isEqualTo(seq);
    }

    private List<Line> ofKind(String kind) {
        List<Line> lines = new ArrayList<>();
        kit.audit().ofKind(kind, lines::add);
        return lines;
    }

    @Test
    void a_person_who_was_erased_leaves_nothing_and_the_chain_verifies() {
        Store store = written();
        assertThat(eraseMax(store)).isEqualTo(3);
        assertThat(kit.audit().verify()).isEqualTo(new Verdict(7, 0, null));
        assertThat(kit.audit().history(MAX.id(), 9)).isEmpty();
        assertThat(kit.audit().history(EVA.id(), 9)).hasSize(3);
        Entry erasure = ofKind(Notices.ERASURE).get(0).entry();
        assertThat(erasure.person()).isNull();
        assertThat(erasure.words().answered()).isEqualTo("entries 1-2, 4");
        assertThat(erasure.words().toString()).doesNotContain("max", MAX.id().toString());
    }

    @Test
    void an_entry_of_somebody_else_that_names_the_address_is_emptied_too() {
        Store store = written();
        await(store.write(tx -> {
            tx.record(saying(7, "given to Max@acme.io, who asked"));
            tx.record(saying(8, "given to xmax@acme.io, who did not"));
            return 2;
        }));
        assertThat(eraseMax(store)).isEqualTo(4);
        assertThat(ofKind(Notices.ERASURE).get(0).entry().words().answered()).isEqualTo("entries 1-2, 4, 7");
        assertThat(kit.audit().verify().isSound()).isTrue();
    }

    @Test
    void a_second_erasure_names_only_what_came_since() {
        Store store = written();
        eraseMax(store);
        assertThat(eraseMax(store)).isZero();
        assertThat(ofKind(Notices.ERASURE)).hasSize(1);
        await(store.write(tx -> {
            tx.record(entry(1));
            return 1;
        }));
        assertThat(eraseMax(store)).isEqualTo(1);
        assertThat(kit.audit().verify()).isEqualTo(new Verdict(9, 0, null));
    }

    @Test
    void an_emptied_entry_that_the_erasure_does_not_name_is_found() {
        Store store = written();
        eraseMax(store);
        empty(5);
        assertFirstBad(5);
    }

    @Test
    void an_entry_that_was_emptied_after_the_erasure_of_its_like_is_found() {
        Store store = written();
        eraseMax(store);
        write(store, 1, 2);
        empty(8);
        assertFirstBad(8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"why", "client", "person"})
    void an_emptied_entry_that_says_something_again_is_found(String column) {
        Store store = written();
        eraseMax(store);
        kit.sql("UPDATE audit_payload SET " + column + " = 'x' WHERE seq = 2");
        assertFirstBad(2);
    }

    @Test
    void an_erasure_that_was_made_to_name_more_is_worth_nothing() {
        Store store = written();
        eraseMax(store);
        empty(5);
        kit.sql("UPDATE audit_payload SET answered = 'entries 1-5' WHERE seq = 7");
        assertFirstBad(1);
    }

    private void empty(long seq) {
        kit.sql("UPDATE audit_payload SET salt = NULL, person = NULL, actor = NULL, client = NULL, asked = NULL,"
                + " meant = NULL, called = NULL, answered = NULL, why = NULL WHERE seq = " + seq);
    }

    @Test
    void the_beginning_is_forgotten_up_to_a_moment_and_the_rest_verifies() {
        Store store = written();
        assertThat(forget(store, minute(4))).isEqualTo(3);
        assertThat(kit.audit().verify()).isEqualTo(new Verdict(7, 3, null));
        assertThat(kit.audit().history(MAX.id(), 9)).extracting(Line::seq).containsExactly(4L);
        assertThat(kit.audit().history(EVA.id(), 9)).hasSize(3 - 1);
    }

    @Test
    void several_checkpoints_follow_one_another_also_over_erasures_and_a_crash() {
        Store store = written();
        eraseMax(store);
        assertThat(forget(store, minute(3))).isEqualTo(2);
        assertThat(forget(store, minute(3))).isZero();
        kit.crash();
        Store again = kit.open();
        write(again, 9, 12);
        assertThat(forget(again, minute(6))).isEqualTo(3);
        assertThat(kit.audit().verify()).isEqualTo(new Verdict(13, 5, null));
        assertThat(forget(again, minute(99))).isEqualTo(8);
        assertThat(kit.audit().verify()).isEqualTo(new Verdict(14, 13, null));
    }

    @Test
    void a_clock_that_was_set_back_makes_nobody_forget_the_middle() {
        Store store = written();
        write(store, 2, 3);
        assertThat(forget(store, minute(5))).isEqualTo(4);
        assertThat(kit.audit().verify()).isEqualTo(new Verdict(9, 4, null));
    }

    @Test
    void a_start_that_is_missing_is_found() {
        written();
        kit.sql("DELETE FROM audit WHERE seq = 1", "DELETE FROM audit_payload WHERE seq = 1");
        assertFirstBad(1);
    }

    @Test
    void what_is_missing_behind_a_checkpoint_is_found() {
        Store store = written();
        forget(store, minute(3));
        kit.sql("DELETE FROM audit WHERE seq <= 3", "DELETE FROM audit_payload WHERE seq <= 3");
        assertFirstBad(3);
    }

    @Test
    void a_checkpoint_that_was_made_to_forget_more_is_worth_nothing() {
        Store store = written();
        forget(store, minute(3));
        kit.sql("DELETE FROM audit WHERE seq <= 4", "DELETE FROM audit_payload WHERE seq <= 4");
        kit.sql("UPDATE audit_payload SET answered = 'entry 4 ' || (SELECT previous_hash FROM audit WHERE seq = 5)"
                + " WHERE seq = 7");
        assertThat(kit.audit().verify().isSound()).isFalse();
    }

    @Test
    void a_payload_left_behind_by_what_was_forgotten_is_found() {
        Store store = written();
        kit.sql("CREATE TABLE kept AS SELECT * FROM audit_payload WHERE seq = 2");
        forget(store, minute(4));
        kit.sql("INSERT INTO audit_payload SELECT * FROM kept");
        assertFirstBad(2);
    }
}
