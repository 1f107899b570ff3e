package dev.scimbridge.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a client asks of a list, be it in the query of a GET or in the body of a POST to {@code /.search} (RFC 7644,
 * 3.4.2 and 3.4.3; {@code cursor}: RFC 9865, 2); null where it says nothing. Not the SDK's model: it refuses keys it
 * does not know, be it only for their case.
 *
 * @param attributes names with commas between them, as in {@link Projection#of}
 * @param excludedAttributes likewise
 * @param filter as it was said, in whatever dialect
 * @param startIndex as it was said, also below 1; beyond an int, the nearest
 * @param count likewise
 * @param cursor empty for the first page
 */
public record SearchRequest(
        @Nullable String attributes,
        @Nullable String excludedAttributes,
        @Nullable String filter,
        @Nullable String sortBy,
        @Nullable String sortOrder,
        @Nullable Integer startIndex,
        @Nullable Integer count,
        @Nullable String cursor) {

    private static final List<String> KEYS = List.of(
            "attributes", "excludedAttributes", "filter", "sortBy", "sortOrder", "startIndex", "count", "cursor");

    /** Reading a number takes time that grows with the square of its digits. */
    private static final int MOST_DIGITS = 1000;

    private static final Pattern WHOLE = Pattern.compile("[+-]?\\d+");
    private static final BigInteger LEAST = BigInteger.valueOf(Integer.MIN_VALUE);
    private static final BigInteger MOST = BigInteger.valueOf(Integer.MAX_VALUE);

    /** From a query, which gives null for what is not in it. 400 {@code invalidValue} for a number that is none. */
    public static SearchRequest of(UnaryOperator<@Nullable String> query) {
        ObjectNode said = Json.object();
        KEYS.forEach(key -> said.put(key, query.apply(key)));
        return of(said);
    }

    /**
     * 400 {@code invalidSyntax} for another message, {@code invalidValue} for a wrong shape, {@code invalidCount} (RFC
     * 9865, 2.1) for a count that is none beside a cursor. Other keys do not count.
     */
    public static SearchRequest of(ObjectNode body) {
        Message.require("SearchRequest", body);
        String cursor = text(body, "cursor");
        return new SearchRequest(
                names(body, "attributes"),
                names(body, "excludedAttributes"),
                text(body, "filter"),
                text(body, "sortBy"),
                text(body, "sortOrder"),
                number(body, "startIndex", ScimProblem::invalidValue),
                number(body, "count", cursor == null ? ScimProblem::invalidValue : ScimProblem::invalidCount),
                cursor);
    }

    private static @Nullable JsonNode said(ObjectNode body, String key) {
        JsonNode said = Message.find(body, key);
        return said == null || said.isNull() ? null : said;
    }

    private static @Nullable String text(ObjectNode body, String key) {
        JsonNode said = said(body, key);
        if (said != null && !said.isTextual()) {
            throw ScimProblem.invalidValue(key + " must be a string.");
        }
        return said == null ? null : said.textValue();
    }

    /** A list, as the standard has it, or text as in a query. */
    private static @Nullable String names(ObjectNode body, String key) {
        JsonNode said = said(body, key);
        if (said == null || !said.isArray()) {
            return text(body, key);
        }
        List<String> names = new ArrayList<>();
        for (JsonNode each : said) {
            if (!each.isTextual()) {
                throw ScimProblem.invalidValue(key + " must be a list of strings.");
            }
            names.add(each.textValue());
        }
        return String.join(",", names);
    }

    /** A number, or the digits of one as in a query. */
    private static @Nullable Integer number(ObjectNode body, String key, Function<String, ScimProblem> problem) {
        JsonNode said = said(body, key);
        if (said == null || (said.isTextual() && said.textValue().isBlank())) {
            return null;
        }
        String digits = said.asText().strip();
        if (digits.length() > MOST_DIGITS || !WHOLE.matcher(digits).matches()) {
            throw problem.apply(key + " must be a whole number.");
        }
        return new BigInteger(digits).max(LEAST).min(MOST).intValueExact();
    }
}
