package dev.scimbridge.http.scim;

import org.jspecify.annotations.Nullable;

/** The bearer tokens of the identity providers. */
public interface Tokens {
    /** The name of the token presented, null if it is none of ours. Takes the same time either way. */
    @Nullable
    String nameOf(String presented);
}
