package dev.scimbridge.directory;

import dev.scimbridge.scim.Document;

/**
 * What a create says of somebody, whoever that turns out to be: {@link Drafts#introduced} has held it to what may be said.
 *
 * @param sent as the client has sent it
 * @param said what is kept of it
 * @param leaves whether it is of somebody who is not to be there
 */
public record Introduction(Document sent, Document said, boolean leaves) {}
