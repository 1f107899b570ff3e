package dev.scimbridge.http.scim.write;

import org.jspecify.annotations.Nullable;

/** What a write does (RFC 7644 3.2). */
public enum Verb {
    POST(false, true),
    PUT(true, true),
    PATCH(true, true),
    DELETE(true, false);

    private final boolean isOfOne;
    private final boolean hasBody;

    Verb(boolean isOfOne, boolean hasBody) {
        this.isOfOne = isOfOne;
        this.hasBody = hasBody;
    }

    /** By the name of an HTTP method; null for one that writes nothing. */
    public static @Nullable Verb find(String method) {
        return switch (method) {
            case "POST" -> POST;
            case "PUT" -> PUT;
            case "PATCH" -> PATCH;
            case "DELETE" -> DELETE;
            default -> null;
        };
    }

    /** Whether it is about one resource that is there; else about the list. */
    public boolean isOfOne() {
        return isOfOne;
    }

    public boolean hasBody() {
        return hasBody;
    }
}
