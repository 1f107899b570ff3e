package dev.scimbridge.scim;

/** A SCIM resource document. */
public record Document(String json) {
    public static final Document EMPTY = new Document("{}");

    public static Document ofStored(String json) {
        return new Document(json);
    }
}
