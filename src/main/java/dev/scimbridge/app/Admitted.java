package dev.scimbridge.app;

import java.net.InetAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one token lets its holder do.
 *
 * @param sha256 64 hexadecimal digits, of the token
 * @param from where it is taken from; empty is anywhere
 */
record Admitted(String sha256, boolean reads, boolean writes, List<AddressRange> from) {
    Admitted {
        from = List.copyOf(from);
    }

    /** Everything, from anywhere. */
    static Admitted all(String sha256) {
        return new Admitted(sha256, true, true, List.of());
    }

    /** Whether it is taken from this address; one that is not known is anywhere. */
    boolean isTakenFrom(@Nullable InetAddress source) {
        return from.isEmpty() || (source != null && from.stream().anyMatch(range -> range.has(source)));
    }
}
