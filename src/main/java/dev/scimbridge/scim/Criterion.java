package dev.scimbridge.scim;

import java.util.List;

/** Stub. */
@SuppressWarnings("DoNotCallSuggester")
public class Criterion {
    public boolean matches(Document document) {
        throw new UnsupportedOperationException();
    }

    public List<Equality> equalities() {
        throw new UnsupportedOperationException();
    }

    public record Equality(String attribute, String value) {}
}
