package dev.scimbridge.store;

import org.jspecify.annotations.Nullable;

/** Small things worth remembering, by name: the id namespace, when a listing was first believed. */
public interface Facts {
    @Nullable
    String find(String name);

    void put(String name, String value);
}
