package dev.scimbridge.app;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A value that shows only to who asks for it by name: printed, logged or put in a message it is {@code ***}. */
public final class Secret {
    private final String value;

    public Secret(String value) {
        this.value = value;
    }

    public String reveal() {
        return value;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Secret secret && Objects.equals(secret.value, value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return "***";
    }
}
