package dev.scimbridge.scim;

/** Stub. */
@SuppressWarnings("DoNotCallSuggester")
public class Patch {
    public Document apply(Document shown) {
        throw new UnsupportedOperationException();
    }

    public boolean names(String attribute) {
        throw new UnsupportedOperationException();
    }
}
