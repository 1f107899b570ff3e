package dev.scimbridge.directory;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param total how many there are in all
 * @param startIndex where in the whole this part begins, counting from 1
 * @param items those from there on
 * @param last the mark of the last of them when there are more behind it, else null
 */
public record Page<T>(
        int total, int startIndex, List<T> items, @Nullable Mark last) {
    public Page {
        items = List.copyOf(items);
    }
}
