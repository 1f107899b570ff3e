package dev.scimbridge.store.sqlite;

import dev.scimbridge.directory.Held;
import dev.scimbridge.directory.User;
import dev.scimbridge.lifecycle.Observed;

/** Who comes first among those who are due. */
enum Urgency {
    /** Somebody who is to lose access, also when a guard keeps that back. */
    LEAVER(0),
    /** Somebody who works there already. */
    CHANGE(1),
    /** Somebody who does not yet. */
    JOINER(2);

    private final int rank;

    Urgency(int rank) {
        this.rank = rank;
    }

    static Urgency of(User user) {
        Held held = user.held();
        if (user.isLeaver() || (held != null && held.desired().leaves())) {
            return LEAVER;
        }
        return user.observation().state() instanceof Observed.Active ? CHANGE : JOINER;
    }

    /** As it is stored. */
    int rank() {
        return rank;
    }
}
