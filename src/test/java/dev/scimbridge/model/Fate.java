package dev.scimbridge.model;

import dev.scimbridge.sandbox.Control;
import dev.scimbridge.story.Scim;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How it may end for a person. */
sealed interface Fate {
    Set<String> EXPLAINED = Set.of("held", "refused", "needs-hand");

    /** In the workspace, or on the way there. */
    record Member(@Nullable String type) implements Fate {
        @Override
        public boolean isMet(Control.@Nullable Person there, Scim.Reply shown) {
            if (there != null && there.is("active")) {
                boolean fits = type == null || type.equals(there.accountType());
                return (fits && shown.active() && shown.role().equals(there.accountType())) || isExplained(shown);
            }
            if (there != null && there.is("invited")) {
                return shown.active();
            }
            boolean again = there != null && there.is("expired") && shown.active() && isReasoned(shown);
            return again || isExplained(shown);
        }
    }

    /** Not able to work there: an open invite may lie about, for as long as the bridge waits for the sign-up. */
    record Out(boolean deleted) implements Fate {
        @Override
        public boolean isMet(Control.@Nullable Person there, Scim.Reply shown) {
            if (deleted ? shown.status() != 404 : shown.active() && !isExplained(shown)) {
                return false;
            }
            if (there == null || there.is("disabled") || there.is("expired") || there.is("removed")) {
                return true;
            }
            boolean armed = there.is("invited") && (deleted || shown.state().equals("armed"));
            return armed || (!deleted && isExplained(shown));
        }
    }

    /** As a hand in the workspace left it: nobody touches them. */
    record Left() implements Fate {
        @Override
        public boolean isMet(Control.@Nullable Person there, Scim.Reply shown) {
            return true;
        }
    }

    /** Whether this end is this one. */
    boolean isMet(Control.@Nullable Person there, Scim.Reply shown);

    private static boolean isExplained(Scim.Reply shown) {
        return EXPLAINED.contains(shown.state()) && isReasoned(shown);
    }

    private static boolean isReasoned(Scim.Reply shown) {
        return !shown.bridge("reason").isBlank();
    }
}
