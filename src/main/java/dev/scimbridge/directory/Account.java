package dev.scimbridge.directory;

import org.jspecify.annotations.Nullable;

/**
 * How the workspace writes a person.
 *
 * @param email their address as it stands there, null before any listing had them
 * @param name their single name, null for an invite
 */
public record Account(@Nullable String email, @Nullable String name) {
    public static final Account NONE = new Account(null, null);
}
