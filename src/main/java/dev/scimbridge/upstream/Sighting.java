package dev.scimbridge.upstream;

import dev.scimbridge.lifecycle.Address;
import dev.scimbridge.lifecycle.Observed;
import org.jspecify.annotations.Nullable;

/**
 * One person in a listing.
 *
 * @param email the address as the workspace writes it
 * @param name the workspace's single name, null for an invite
 * @param observed active, invited or expired
 */
public record Sighting(
        Address address, String email, @Nullable String name, Observed observed) {}
