package dev.scimbridge.store.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.scimbridge.directory.User;
import dev.scimbridge.lifecycle.AccountType;
import dev.scimbridge.lifecycle.Desired;
import dev.scimbridge.store.Store;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who is due, and in which order. */
public abstract class DueContract extends Contract {
    private static final Instant NOON = Cast.NOON;
    private static final User LEAVER =
            Cast.desired(Cast.member("leaver@acme.io", AccountType.DEVELOPER), Cast.INACTIVE);
    private static final User DELETED = Cast.desired(Cast.stranger("deleted@acme.io"), new Desired.Deleted());
    private static final User KEPT_BACK =
            Cast.held(Cast.member("kept-back@acme.io", AccountType.ADMIN), new Desired.Inactive());
    private static final User CHANGE =
            Cast.desired(Cast.member("change@acme.io", AccountType.DEVELOPER), Cast.active(AccountType.ADMIN));
    private static final User JOINER = Cast.desired(Cast.stranger("joiner@acme.io"), Cast.active(AccountType.ADMIN));

    protected DueContract(StoreKit kit) {
        super(kit);
    }

    private static List<UUID> ids(User... people) {
        return List.of(people).stream().map(User::id).toList();
    }

    @Test
    void leavers_come_first_then_changes_then_joiners_each_by_when_they_fell_due() {
        Store store = kit.open();
        User[] people = {
            Cast.due(JOINER, NOON.minusSeconds(9)),
            Cast.due(CHANGE, NOON.minusSeconds(8)),
            Cast.due(DELETED, NOON),
            Cast.due(LEAVER, NOON.minusSeconds(2)),
            Cast.due(KEPT_BACK, NOON.minusSeconds(1)),
        };
        put(store, people);
        assertThat(store.due(NOON, 10)).isEqualTo(ids(LEAVER, KEPT_BACK, DELETED, CHANGE, JOINER));
        assertThat(store.due(NOON, 4)).isEqualTo(ids(LEAVER, KEPT_BACK, DELETED, CHANGE));
        assertThat(store.due(NOON, 1)).isEqualTo(ids(LEAVER));
    }

    @Test
    void nobody_is_due_before_their_moment() {
        Store store = kit.open();
        put(store, Cast.due(LEAVER, NOON));
        assertThat(store.due(NOON.minusMillis(1), 10)).isEmpty();
        assertThat(store.due(NOON, 10)).isEqualTo(ids(LEAVER));
    }

    @Test
    void whoever_has_nothing_to_do_is_never_due() {
        Store store = kit.open();
        put(store, LEAVER, JOINER);
        assertThat(store.due(Instant.parse("2999-01-01T00:00:00Z"), 10)).isEmpty();
    }

    @Test
    void a_write_moves_a_person_to_where_they_now_belong() {
        Store store = kit.open();
        put(store, Cast.due(JOINER, NOON), Cast.due(CHANGE, NOON));
        put(store, Cast.next(Cast.due(Cast.desired(JOINER, Cast.INACTIVE), NOON)), Cast.next(CHANGE));
        assertThat(store.due(NOON, 10)).isEqualTo(ids(JOINER));
    }
}
