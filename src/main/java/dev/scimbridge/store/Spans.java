package dev.scimbridge.store;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Numbers of entries, in order, as an entry names them: {@code entries 3-5, 9}.
 *
 * @param spans without a common number
 */
record Spans(List<Span> spans) {
    private static final String INTRODUCTION = "entries ";
    private static final Pattern SPAN = Pattern.compile("(\\d{1,18})(?:-(\\d{1,18}))?");

    /** From the first to the last, both included. */
    record Span(long first, long last) {
        @Override
        public String toString() {
            return first == last ? Long.toString(first) : first + "-" + last;
        }
    }

    /** Of numbers in ascending order. */
    static Spans of(List<Long> numbers) {
        List<Span> spans = new ArrayList<>();
        for (long number : numbers) {
            Span before = spans.isEmpty() ? null : spans.get(spans.size() - 1);
            if (before != null && before.last + 1 == number) {
                spans.set(spans.size() - 1, new Span(before.first, number));
            } else {
                spans.add(new Span(number, number));
            }
        }
        return new Spans(spans);
    }

    /** What {@link #toString} wrote; nothing of what is anything else. */
    static Spans read(String words) {
        List<Span> spans = new ArrayList<>();
        if (words.startsWith(INTRODUCTION)) {
            for (String each : words.substring(INTRODUCTION.length()).split(", ", -1)) {
                Matcher span = SPAN.matcher(each);
                if (span.matches()) {
                    long first = Long.parseLong(span.group(1));
                    spans.add(new Span(first, span.group(2) == null ? first : Long.parseLong(span.group(2))));
                }
            }
        }
        return new Spans(spans);
    }

    boolean contain(long number) {
        return spans.stream().anyMatch(span -> span.first <= number && number <= span.last);
    }

    @Override
    public String toString() {
        return INTRODUCTION + spans.stream().map(Span::toString).collect(Collectors.joining(", "));
    }
}
