package dev.scimbridge.store;

import dev.scimbridge.lifecycle.Address;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** E-mail addresses in sentences. An address is whatever stands without a space around an at sign: rather too much. */
public final class Mentions {
    private static final Pattern WORD =
            Pattern.compile("[\\s\\p{Cc}]*([^\\s@\\p{Cc}]*@[^\\s\\p{Cc}]*)", Pattern.UNICODE_CHARACTER_CLASS);

    private static final String MARKS = "\"'`<>()\\[\\]{},;:.!?…“”‘’";
    private static final Pattern BARE = Pattern.compile("[" + MARKS + "]*(.*?)[" + MARKS + "]*", Pattern.DOTALL);
    private static final Pattern BETWEEN = Pattern.compile("[\"<>()\\[\\]{},;:]+");

    private Mentions() {}

    /** Whether one of these is named. */
    public static boolean anyOf(Set<Address> addresses, String words) {
        return WORD.matcher(words).results().map(word -> bare(word.group(1))).anyMatch(word -> {
            if (addresses.contains(Address.of(word))) {
                return true;
            }
            return BETWEEN.splitAsStream(word).anyMatch(part -> addresses.contains(Address.of(bare(part))));
        });
    }

    /** These words with another text in place of each address. */
    public static String replaced(String words, Function<Address, String> by) {
        return WORD.matcher(words).replaceAll(word -> Matcher.quoteReplacement(replaced(word, by)));
    }

    private static String replaced(MatchResult word, Function<Address, String> by) {
        String bare = bare(word.group(1));
        String text = word.group();
        int from = text.lastIndexOf(bare);
        return text.substring(0, from) + by.apply(Address.of(bare)) + text.substring(from + bare.length());
    }

    private static String bare(String word) {
        Matcher bare = BARE.matcher(word);
        return bare.matches() ? bare.group(1) : word;
    }
}
