package dev.scimbridge.directory;

import dev.scimbridge.scim.Document;
import dev.scimbridge.scim.Made;
import java.util.Set;

/**
 * What a write really says. A client that reads a person and writes them back sends everything it was shown; what comes
 * back as it was shown says nothing, so that a derived name or role is not frozen into what was said.
 */
final class Merge {
    /** A PUT that leaves these out does not clear them: not all clients send what they once set. */
    private static final Set<String> STICKY = Set.of("externalId", "roles", "entitlements", "userType");

    /** Nobody can say these, however they are sent. */
    private static final Set<String> DERIVED =
            Set.of("active", "id", "meta", "groups", "schemas", Presentation.EXTENSION);

    private Merge() {}

    /** After a PUT: what it leaves out is cleared (RFC 7644 3.5.1). */
    static Document replaced(Document said, Document shown, Document sent) {
        Document next = changed(said, shown, sent);
        for (String attribute : STICKY) {
            if (!sent.has(attribute) && said.has(attribute)) {
                next = next.copying(attribute, said);
            }
        }
        return next;
    }

    /** After a PATCH, given the shown document with the patch applied. */
    static Document changed(Document said, Document shown, Document sent) {
        Made next = Made.afresh();
        for (String attribute : sent.attributes()) {
            if (!DERIVED.contains(attribute)) {
                next.copying(attribute, sent.same(attribute, shown) ? said : sent);
            }
        }
        return next.done();
    }
}
