package dev.scimbridge.store.sqlite;

import dev.scimbridge.directory.User;
import dev.scimbridge.lifecycle.Observed;
import dev.scimbridge.store.sqlite.Statements.Binding;
import org.jspecify.annotations.Nullable;

/**
 * How many people are observed active. Guards ask it of many writes, and the database would count everybody each time: so it
 * is counted when first asked, and kept from then on with what is written.
 */
final class ActiveCount {
    private static final int UNKNOWN = -1;
    private static final String COUNT =
            "SELECT COUNT(*) FROM people WHERE observed = '" + ObservationColumns.ACTIVE + "'";
    private static final String IS = "SELECT observed = '" + ObservationColumns.ACTIVE + "' FROM people WHERE id = ?";

    private final Statements statements;
    private int known = UNKNOWN;

    ActiveCount(Statements statements) {
        this.statements = statements;
    }

    int now() {
        if (known == UNKNOWN) {
            known = statements.one(COUNT, Binding.NOTHING, Row::count);
        }
        return known;
    }

    /**
     * By how much a record changes it; asked before it is written.
     *
     * @param before the record it replaces; null if it is not known
     */
    int change(@Nullable User before, User user) {
        return known == UNKNOWN ? 0 : of(user) - (before == null ? there(user) : of(before));
    }

    private int there(User user) {
        Boolean was = user.meta().version() == 1 ? null : statements.first(IS, to -> to.id(user.id()), Row::flag);
        return Boolean.TRUE.equals(was) ? 1 : 0;
    }

    private static int of(User user) {
        return user.observation().state() instanceof Observed.Active ? 1 : 0;
    }

    /** The record was written. */
    void changed(int by) {
        known += by;
    }

    /** What to go {@link #back} to, should the work that comes now be undone. */
    int mark() {
        return known;
    }

    void back(int mark) {
        known = mark;
    }
}
