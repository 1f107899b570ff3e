package dev.scimbridge.store;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the audit chain, before it is chained. Never holds a secret.
 *
 * @param kind what happened, one word or two with a hyphen, for instance {@code scim-write}
 * @param by who asked
 * @param person whom it concerns, null if everybody
 * @param words what was said and done
 */
public record Entry(
        Instant at, String kind, By by, @Nullable UUID person, Words words) {
    /**
     * Who asked.
     *
     * @param actor the token's name, or {@code bridge} for what the bridge did by itself
     * @param client what the client calls itself, null if nothing
     */
    public record By(String actor, @Nullable String client) {
        public static final By BRIDGE = new By("bridge", null);

        /** Whoever gives a command on this machine. */
        public static final By OPERATOR = new By("operator", null);
    }

    /**
     * The sentences of a timeline, each null where there is nothing to say.
     *
     * @param asked what was asked
     * @param meant what it was read as
     * @param called what was called
     * @param answered what came back
     * @param why why it was held, refused or left
     */
    public record Words(
            @Nullable String asked,
            @Nullable String meant,
            @Nullable String called,
            @Nullable String answered,
            @Nullable String why) {
        public static Words why(String why) {
            return new Words(null, null, null, null, why);
        }
    }
}
