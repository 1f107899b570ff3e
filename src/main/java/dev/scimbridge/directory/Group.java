package dev.scimbridge.directory;

import dev.scimbridge.scim.Document;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The record of one group (RFC 7643 4.2). Groups are the bridge's own: the workspace knows none. Who is in it is kept
 * beside the record, so that one member more costs the same in a group of twenty thousand.
 *
 * @param said {@code displayName} and {@code externalId}, as they were sent
 * @param named when it was last given another name: its members are then shown with another {@code groups}
 */
public record Group(UUID id, Document said, Meta meta, Instant named) {
    /** What it is called; every group has a name. */
    public String name() {
        String name = said.text("displayName");
        return name == null ? "" : name;
    }

    public @Nullable String externalId() {
        return said.text("externalId");
    }

    /** The weak entity tag of what is shown, its members counted in (RFC 7644 3.14). */
    public String version() {
        return "W/\"" + meta.shown() + "\"";
    }
}
