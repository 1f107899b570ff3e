package dev.scimbridge.story.transcripts;

import java.util.Map;

/**
 * What is sent, and nothing else is.
 *
 * @param path below the base URL, encoded
 * @param headers all of them; an empty one is sent empty
 * @param body empty for none
 */
public record Said(String method, String path, Map<String, String> headers, String body) {}
