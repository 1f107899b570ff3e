package dev.scimbridge.http.scim.read;

import dev.scimbridge.directory.Locations;
import org.jspecify.annotations.Nullable;

/**
 * What a client asks by GET, by whichever way it came.
 *
 * @param connection the name of its token
 * @param at where resources are, as it reaches them
 * @param ifNoneMatch the versions it has already, as its header lists them
 */
public record Asked(
        Parameters parameters,
        String connection,
        Locations at,
        @Nullable String ifNoneMatch) {
    /** What the parameters ask of a list. */
    public Search search() {
        return new Search(parameters.search(), connection, at);
    }
}
