package dev.scimbridge.directory;

import org.jspecify.annotations.Nullable;

/**
 * How the workspace writes a person.
 *
 * @param email their address as it stands there, null before any listing had them
 * @param name their single name, null for an invite
 * @param uid the workspace's id of the account they last had, null before they first signed up
 */
public record Account(
        @Nullable String email,
        @Nullable String name,
        @Nullable String uid) {
    public static final Account NONE = new Account(null, null, null);
}
