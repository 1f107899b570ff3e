package dev.scimbridge.scim;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Stub. */
@SuppressWarnings("DoNotCallSuggester")
public record Document(String json) {
    public static final Document EMPTY = new Document("{}");

    public static Document ofStored(String json) {
        return new Document(json);
    }

    public @Nullable String text(String path) {
        throw new UnsupportedOperationException();
    }

    public @Nullable Boolean truth(String path) {
        throw new UnsupportedOperationException();
    }

    public List<Document> elements(String attribute) {
        throw new UnsupportedOperationException();
    }

    public boolean has(String attribute) {
        throw new UnsupportedOperationException();
    }

    public Set<String> attributes() {
        throw new UnsupportedOperationException();
    }

    public boolean same(String attribute, Document other) {
        throw new UnsupportedOperationException();
    }

    public Document copying(String attribute, Document from) {
        throw new UnsupportedOperationException();
    }

    public Document without(String... attributes) {
        throw new UnsupportedOperationException();
    }

    public Document with(String attribute, Object value) {
        throw new UnsupportedOperationException();
    }
}
