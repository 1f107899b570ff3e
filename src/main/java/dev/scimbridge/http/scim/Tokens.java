package dev.scimbridge.http.scim;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/** The bearer tokens of the identity providers. */
public interface Tokens {
    /**
     * Who presents it, null if it is none of ours or is not taken from there. Takes the same time either way.
     *
     * @param source where it comes from, null if nobody knows
     */
    @Nullable
    Holder holder(String presented, @Nullable InetAddress source);
}
