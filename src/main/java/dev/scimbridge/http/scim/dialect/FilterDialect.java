package dev.scimbridge.http.scim.dialect;

import dev.scimbridge.scim.Criterion;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Filters, as text. This is no parser: it looks at words between blanks and at nothing inside quotes, and what it does
 * not understand it leaves as it is for the SDK's parser to refuse.
 */
final class FilterDialect {
    private static final Set<String> COMPARING = Set.of("eq", "ne", "co", "sw", "ew", "gt", "ge", "lt", "le");
    private static final Set<String> LITERALS = Set.of("true", "false", "null");
    private static final Set<String> BEFORE_A_NAME = Set.of("", "and", "or", "not");

    /** A quoted text, a bracket, or a word, which runs to a blank, a closing bracket or a quote. */
    private static final Pattern TOKEN =
            Pattern.compile("\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\"?|[()\\[\\]]|[^\\s()\\[\\]\"]++");

    private static final Pattern TERM_AFTER_BRACKET = Pattern.compile(
            "\\.([A-Za-z$][\\w$-]*+)\\s++([A-Za-z]{2}+)(?:\\s++(\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\"|[^\\s()\\[\\]\"]++))?+");

    /** A name, an operator and a quoted text, as is asked all day long: there is nothing to straighten. */
    private static final Pattern STRAIGHT = Pattern.compile("[A-Za-z.]++ [A-Za-z]{2} \"[^\"\\\\]*+\"");

    private FilterDialect() {}

    static String straighten(String filter) {
        boolean isLeft =
                filter.length() > Criterion.LONGEST || STRAIGHT.matcher(filter).matches();
        return isLeft ? filter : comparisonsIntoBrackets(quoteBareWords(filter));
    }

    /**
     * Values without quotes: Entra's {@code externalId eq jyoung} and {@code meta.created gt 2015-10-10T14:38:21Z},
     * authentik's {@code userName eq bob}, and {@code active eq True}. Numbers are quoted too, so that an employee
     * number keeps its zeros; the attribute's type decides what a text means.
     */
    static String quoteBareWords(String filter) {
        StringBuilder quoted = new StringBuilder();
        Matcher token = TOKEN.matcher(filter);
        String before = "";
        String beforeThat = "";
        int copied = 0;
        while (token.find()) {
            String word = token.group();
            boolean value = COMPARING.contains(lower(before)) && !BEFORE_A_NAME.contains(lower(beforeThat));
            if (value && isBareWord(word)) {
                quoted.append(filter, copied, token.start())
                        .append('"')
                        .append(escaped(word))
                        .append('"');
                copied = token.end();
            }
            boolean opens = word.equals("(") || word.equals("[");
            beforeThat = value || opens ? "" : before;
            before = value || opens ? "" : word;
        }
        return quoted.append(filter, copied, filter.length()).toString();
    }

    private static boolean isBareWord(String word) {
        return "\"()[]".indexOf(word.charAt(0)) < 0 && !LITERALS.contains(word);
    }

    private static String escaped(String word) {
        return word.replace("\\", "\\\\");
    }

    /**
     * Entra: {@code emails[type eq "work"].value eq "x"}, which RFC 7644 writes
     * {@code emails[type eq "work" and value eq "x"]}.
     */
    static String comparisonsIntoBrackets(String filter) {
        StringBuilder straight = new StringBuilder();
        int copied = 0;
        Matcher token = TOKEN.matcher(filter);
        Matcher term = TERM_AFTER_BRACKET.matcher(filter);
        int open = -1;
        while (token.find()) {
            if (token.group().equals("[")) {
                open = token.end();
            } else if (token.group().equals("]") && open >= copied && follows(term, token.end())) {
                straight.append(filter, copied, open).append('(').append(filter, open, token.start());
                straight.append(") and ").append(term.group().substring(1)).append(']');
                copied = term.end();
                token.region(copied, filter.length());
                open = -1;
            }
        }
        return straight.append(filter, copied, filter.length()).toString();
    }

    private static boolean follows(Matcher term, int at) {
        return term.region(at, term.regionEnd()).lookingAt()
                && (term.group(3) != null
                        ? COMPARING.contains(lower(term.group(2)))
                        : lower(term.group(2)).equals("pr"));
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
