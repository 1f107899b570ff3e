package dev.scimbridge.sandbox;

import java.time.Instant;
import java.util.Map;

/**
 * A call that reached the workspace.
 *
 * @param answered the gist of the answer: {@code pending} until there is one
 * @param applied whether the workspace is different for it, now or late; for a question, whether it was answered
 */
record Call(
        int number, Instant at, String operation, Map<String, Object> arguments, String answered, boolean applied) {}
