package dev.scimbridge.directory;

import dev.scimbridge.scim.Criterion;
import dev.scimbridge.scim.Document;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What a list asks for (RFC 7644 3.4.2).
 *
 * @param filter null for everybody
 * @param order null for the order in which people were first known
 * @param startIndex counting from 1
 * @param count at most so many, 0 for the total alone
 */
public record Query(@Nullable Criterion filter, @Nullable Comparator<Document> order, int startIndex, int count) {}
