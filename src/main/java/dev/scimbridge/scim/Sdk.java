package dev.scimbridge.scim;

import com.unboundid.scim2.common.Path;
import com.unboundid.scim2.common.exceptions.ScimException;
import com.unboundid.scim2.common.filters.Filter;
import com.unboundid.scim2.common.messages.ErrorResponse;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The one place where the SDK's parsers are called and its exceptions become {@link ScimProblem}s. */
public final class Sdk {
    static final int DEEPEST = 50;

    /** After this come Jackson's own words, with class names in them. */
    private static final Pattern PARSER_NOISE =
            Pattern.compile("(Invalid comparison value at position \\d+).*", Pattern.DOTALL);

    private Sdk() {}

    /** What the SDK says, as a problem of ours. */
    public static ScimProblem problem(ScimException thrown) {
        ErrorResponse error = thrown.getScimError();
        String detail = error.getDetail() == null ? "" : error.getDetail();
        return ScimProblem.of(error.getStatus(), error.getScimType(), plain(detail));
    }

    static Filter filter(String text) {
        requireReadable(text, ScimProblem::invalidFilter);
        try {
            Filter plain = PlainFilter.find(text);
            return plain == null ? Filter.fromString(text) : plain;
        } catch (ScimException e) {
            throw ScimProblem.invalidFilter(said(e));
        } catch (RuntimeException e) {
            // The parser casts what follows an operator to a scalar without looking.
            throw ScimProblem.invalidFilter("The filter compares with something that is no simple value.");
        }
    }

    static Path path(String text) {
        requireReadable(text, ScimProblem::invalidPath);
        try {
            return Path.fromString(text);
        } catch (ScimException e) {
            throw ScimProblem.invalidPath(said(e));
        } catch (RuntimeException e) {
            throw ScimProblem.invalidPath("The path is not a SCIM path.");
        }
    }

    private static String said(ScimException thrown) {
        String message = thrown.getMessage();
        return plain(message == null ? "" : message);
    }

    private static String plain(String message) {
        String first = PARSER_NOISE.matcher(message).replaceFirst("$1");
        return first.lines().findFirst().orElse("").strip();
    }

    /**
     * Length, depth and balance, before the SDK reads: its parser is quadratic in the length, its tree is walked
     * recursively, and it does not miss a closing bracket.
     */
    private static void requireReadable(String text, Function<String, ScimProblem> problem) {
        if (text.isBlank()) {
            throw problem.apply("It is empty.");
        }
        if (text.length() > Criterion.LONGEST) {
            throw problem.apply("It is longer than " + Criterion.LONGEST + " characters.");
        }
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                i = closingQuote(text, i);
            }
            depth += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
            if (depth < 0 || depth > DEEPEST) {
                throw problem.apply(depth < 0 ? "A bracket closes that was never opened." : "It is nested too deeply.");
            }
        }
        if (depth > 0) {
            throw problem.apply("A bracket is not closed.");
        }
    }

    /** Where the JSON string that opens at {@code from} closes, or the end of the text. */
    private static int closingQuote(String text, int from) {
        int i = from + 1;
        while (i < text.length() && text.charAt(i) != '"') {
            i += text.charAt(i) == '\\' ? 2 : 1;
        }
        return i;
    }
}
