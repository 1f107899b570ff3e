package dev.scimbridge.story.transcripts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the names in curly brackets stand for. */
final class Names {
    private static final Pattern NAME = Pattern.compile("\\{([a-z]\\w*)}");

    private final Map<String, String> texts;

    Names(Map<String, String> known) {
        texts = new HashMap<>(known);
    }

    /** The text with every known name replaced. */
    String said(String text) {
        return NAME.matcher(text)
                .replaceAll(name -> Matcher.quoteReplacement(texts.getOrDefault(name.group(1), name.group())));
    }

    /** A name in it that stands for nothing. */
    Optional<String> unknown(String text) {
        return NAME.matcher(text)
                .results()
                .map(name -> name.group(1))
                .filter(name -> !texts.containsKey(name))
                .findFirst();
    }

    /** Whether this is what is wanted; a name that stands for nothing yet then stands for it. */
    boolean match(String wanted, JsonNode there) {
        if (wanted.equals("{number}")) {
            return there.isIntegralNumber();
        }
        if (wanted.equals("{flag}")) {
            return there.isBoolean();
        }
        if (wanted.equals("{text}")) {
            return there.isTextual() && !there.textValue().isBlank();
        }
        Matcher name = NAME.matcher(wanted);
        if (name.matches() && !texts.containsKey(name.group(1))) {
            boolean takes = there.isTextual() && !there.textValue().isBlank();
            return takes && texts.put(name.group(1), there.textValue()) == null;
        }
        return there.isTextual() && there.textValue().equals(said(wanted));
    }

    /** Whether this is what is wanted, without giving a name to anything. */
    boolean fits(Shape wanted, JsonNode there) {
        return wanted.in(there, new Shape.Place("", new Names(texts))).isEmpty();
    }
}
