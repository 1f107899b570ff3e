package dev.scimbridge.operations;

import java.util.function.Consumer;

/** What a command answers. */
public sealed interface Outcome permits Report, Outcome.Lines {
    /**
     * Text that is too much to be held: written line by line.
     *
     * @param contentType of all lines together, for instance {@code application/x-ndjson}
     * @param writing calls what it is given with each line, without its end
     */
    record Lines(String contentType, Consumer<Consumer<String>> writing) implements Outcome {}
}
