package dev.scimbridge.operations;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The commands of a running bridge, by where the management door has them. */
public final class Commands {
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    /** A command and how it is said. */
    public record Entry(Usage usage, Command command) {}

    public Commands with(Usage usage, Command command) {
        if (entries.put(usage.path(), new Entry(usage, command)) != null) {
            throw new IllegalArgumentException("two commands are called " + usage.name());
        }
        return this;
    }

    /** The command of this path, null if there is none. */
    public @Nullable Entry at(String path) {
        return entries.get(path);
    }
}
