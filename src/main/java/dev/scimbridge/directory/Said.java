package dev.scimbridge.directory;

import dev.scimbridge.scim.Document;
import org.jspecify.annotations.Nullable;

/**
 * What identity providers have said of a person, apart from what is derived for display.
 *
 * @param document the attributes as they were sent, in canonical names; no id, meta or groups
 * @param typeFrom the rule that decided the account type, in words; null before any did
 * @param connection to which they belong: the name of the token that last said {@code active}; null if none has written
 */
public record Said(
        Document document,
        @Nullable String typeFrom,
        @Nullable String connection) {
    public static final Said NOTHING = new Said(Document.EMPTY, null, null);
}
