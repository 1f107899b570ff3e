package dev.scimbridge.http.scim.read;

import dev.scimbridge.directory.Locations;

/**
 * Where one client reaches the door.
 *
 * @param base with a slash at its end
 */
public record Site(String base) implements Locations {
    @Override
    public String of(String endpoint, String id) {
        return base + endpoint + "/" + id;
    }
}
