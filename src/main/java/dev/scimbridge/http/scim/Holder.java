package dev.scimbridge.http.scim;

/**
 * Who presents a token.
 *
 * @param name of the token
 * @param reads whether it may be read with it
 * @param writes whether it may be written with it
 */
public record Holder(String name, boolean reads, boolean writes) {}
