package dev.scimbridge.scim;

import dev.scimbridge.scim.Comparison.Operator;
import java.nio.charset.StandardCharsets;
import java.util.function.IntPredicate;

/**
 * What text is compared with, and how: as {@link String} compares, exactly or whatever the case. If this text and the
 * other are ASCII, the bytes of the other will do; beyond it there are letters that only differ in case from one in it.
 */
final class Wording {
    private static final byte[] EXACT = new byte[0x80];
    private static final byte[] FOLDED = new byte[0x80];

    static {
        for (byte each = 0; each >= 0; each++) {
            EXACT[each] = each;
            FOLDED[each] = (byte) Character.toLowerCase((char) each);
        }
    }

    private final Operator operator;
    private final boolean anyCase;
    private final String text;

    /** One form of the letters that are taken for equal. */
    private final byte[] forms;

    /** The text in that form, if it is plain. */
    private final byte[] wanted;

    private final boolean plain;
    private final IntPredicate order;

    Wording(Operator operator, boolean exact, String text) {
        this.operator = operator;
        this.anyCase = !exact;
        this.text = text;
        this.forms = exact ? EXACT : FOLDED;
        this.plain = text.chars().allMatch(each -> each < 0x80);
        this.wanted = plain ? formed() : new byte[0];
        this.order = operator.test();
    }

    private byte[] formed() {
        byte[] formed = text.getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < formed.length; i++) {
            formed[i] = forms[formed[i]];
        }
        return formed;
    }

    /** Whether it is ASCII. */
    boolean isPlain() {
        return plain;
    }

    boolean matches(String other) {
        int length = text.length();
        return switch (operator) {
            case EQ -> anyCase ? other.equalsIgnoreCase(text) : other.equals(text);
            case CO -> contains(other);
            case SW -> other.regionMatches(anyCase, 0, text, 0, length);
            case EW -> other.regionMatches(anyCase, other.length() - length, text, 0, length);
            default -> order.test(compare(other, text, !anyCase));
        };
    }

    static int compare(String one, String other, boolean exact) {
        return exact ? one.compareTo(other) : one.compareToIgnoreCase(other);
    }

    private boolean contains(String other) {
        int length = text.length();
        for (int from = 0; from <= other.length() - length; from++) {
            if (other.regionMatches(anyCase, from, text, 0, length)) {
                return true;
            }
        }
        return false;
    }

    /** The same of ASCII; this text must be {@link #isPlain}. */
    boolean matches(byte[] bytes, int from, int to) {
        int last = to - wanted.length;
        return switch (operator) {
            case EQ -> last == from && isAt(bytes, from);
            case CO -> isFrom(bytes, from, last);
            case SW -> last >= from && isAt(bytes, from);
            case EW -> last >= from && isAt(bytes, last);
            default -> order.test(compare(bytes, from, to));
        };
    }

    private boolean isFrom(byte[] bytes, int from, int last) {
        for (int at = from; at <= last; at++) {
            if (isAt(bytes, at)) {
                return true;
            }
        }
        return false;
    }

    /** From its end: what begins alike often ends otherwise, as numbers do. */
    private boolean isAt(byte[] bytes, int from) {
        for (int i = wanted.length - 1; i >= 0; i--) {
            if (forms[bytes[from + i]] != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    private int compare(byte[] bytes, int from, int to) {
        int both = Math.min(to - from, wanted.length);
        for (int i = 0; i < both; i++) {
            int way = forms[bytes[from + i]] - wanted[i];
            if (way != 0) {
                return way;
            }
        }
        return to - from - wanted.length;
    }
}
