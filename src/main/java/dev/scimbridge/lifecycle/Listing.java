package dev.scimbridge.lifecycle;

import java.time.Instant;

/**
 * When a listing of the workspace was asked for. Listings and commands are ordered by one sequence, the store's
 * revisions, so that no clock has to tell which came first.
 *
 * @param revision the store's last revision at the moment of the request
 * @param requestedAt the moment of the request
 */
public record Listing(long revision, Instant requestedAt) {}
