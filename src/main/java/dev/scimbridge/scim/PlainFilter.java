package dev.scimbridge.scim;

import com.fasterxml.jackson.databind.node.TextNode;
import com.unboundid.scim2.common.Path;
import com.unboundid.scim2.common.exceptions.ScimException;
import com.unboundid.scim2.common.filters.Filter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The filter that is asked all day long: a name, {@code eq}, and text without escapes. For each value the SDK's parser
 * takes a buffer a hundred times as large as all else that is made to answer.
 */
final class PlainFilter {
    private static final Pattern PLAIN = Pattern.compile(
            "(?!(?i:not|and|or) )([A-Za-z][A-Za-z0-9]*+(?:[.][A-Za-z][A-Za-z0-9]*+)?+) (?i:eq) \"([^\"\\\\\\p{Cntrl}]*+)\"");

    private PlainFilter() {}

    /** What the SDK would make of it; null for any other filter. */
    static @Nullable Filter find(String text) throws ScimException {
        Matcher plain = PLAIN.matcher(text);
        return plain.matches() ? Filter.eq(Path.fromString(plain.group(1)), TextNode.valueOf(plain.group(2))) : null;
    }
}
