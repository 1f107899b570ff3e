package dev.scimbridge.upstream.graphql;

import java.time.Duration;

/**
 * How long the workspace may take and how much it may say.
 *
 * @param connect to a connection
 * @param mutation for a whole call that changes something
 * @param listing for a whole listing
 * @param answerBytes of the answer to a mutation, unpacked
 * @param listingBytes of a listing, unpacked; a person takes about 170
 */
public record Limits(Duration connect, Duration mutation, Duration listing, long answerBytes, long listingBytes) {
    public static final Limits DEFAULT =
            new Limits(Duration.ofSeconds(5), Duration.ofSeconds(15), Duration.ofSeconds(60), 1 << 20, 256 << 20);

    public Limits {
        positive(connect.toMillis());
        positive(mutation.toMillis());
        positive(listing.toMillis());
        positive(answerBytes);
        positive(listingBytes);
    }

    public Limits withMutation(Duration limit) {
        return new Limits(connect, limit, listing, answerBytes, listingBytes);
    }

    public Limits withListing(Duration limit) {
        return new Limits(connect, mutation, limit, answerBytes, listingBytes);
    }

    Duration time(Operation operation) {
        return operation == Operation.LIST_USERS ? listing : mutation;
    }

    long bytes(Operation operation) {
        return operation == Operation.LIST_USERS ? listingBytes : answerBytes;
    }

    /** The HTTP client reads zero as "for ever". */
    private static void positive(long amount) {
        if (amount <= 0) {
            throw new IllegalArgumentException("a limit is more than nothing");
        }
    }
}
