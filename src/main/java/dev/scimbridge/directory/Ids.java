package dev.scimbridge.directory;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The ids of resources as text. */
public final class Ids {
    private Ids() {}

    /** The id that is written so; null for what is none of ours: a UUID has one form only. */
    public static @Nullable UUID find(String text) {
        try {
            UUID id = UUID.fromString(text);
            return id.toString().equalsIgnoreCase(text) ? id : null;
        } catch (IllegalArgumentException notAnId) {
            return null;
        }
    }

    /** The same as a list of none or one. */
    static List<UUID> read(String text) {
        UUID id = find(text);
        return id == null ? List.of() : List.of(id);
    }
}
