package dev.scimbridge.directory;

import java.util.List;

/**
 * A part of a list.
 *
 * @param total how many there are in all
 * @param users those from {@code startIndex} on
 */
public record Page(int total, int startIndex, List<User> users) {
    public Page {
        users = List.copyOf(users);
    }
}
