package dev.scimbridge.lifecycle;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The one next step for a person. */
public sealed interface Step {
    /** Pull this lever. */
    record Act(Command command, String why) implements Step {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.act(this);
        }
    }

    /** Wait for a listing asked for at or after this moment. */
    record Look(Instant from, String why) implements Step {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.look(this);
        }
    }

    /**
     * Nothing to do until the world changes, or until a moment.
     *
     * @param why in words for a person
     * @param until when to ask again, null if only the world or a new wish can change it
     */
    record Rest(State state, String why, @Nullable Instant until) implements Step {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.rest(this);
        }
    }

    /** One answer for each case. */
    interface Cases<T> {
        T act(Act step);

        T look(Look step);

        T rest(Rest step);
    }

    <T> T match(Cases<T> cases);
}
