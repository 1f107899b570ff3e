package dev.scimbridge.app;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** How one kind of setting is read: a value, or null and what is wrong and what would be right. */
@FunctionalInterface
interface Kind<T> {
    @Nullable
    T read(Given given, Consumer<String> wrong);

    /** Whether a map in YAML is the value itself, and not further keys. */
    default boolean takesMap() {
        return false;
    }
}
