package dev.scimbridge.scim;

import java.util.List;

/**
 * What filters and orders look at: a resource whose attributes can be had one by one, so that nobody's whole document is
 * made to be asked for a title.
 */
@FunctionalInterface
public interface Subject {
    /**
     * A document that says the same as the whole resource behind these names, and elsewhere whatever it likes.
     *
     * @param keys as in documents, from the top: {@code userName}; {@code meta}, {@code lastModified}; an extension's URN
     *     and {@code department}. {@code schemas} asks for what they follow from, the extensions
     */
    Document about(List<String> keys);
}
