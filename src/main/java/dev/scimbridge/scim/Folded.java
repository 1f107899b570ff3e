package dev.scimbridge.scim;

/**
 * Text whose case does not matter, as keys have it: one form for all that {@link String#equalsIgnoreCase} takes for
 * equal, as filters do.
 */
public final class Folded {
    private Folded() {}

    public static String of(String text) {
        return isPlain(text) ? text : folded(text);
    }

    /** Most keys are: nothing is to be made of them. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80 || (c >= 'A' && c <= 'Z')) {
                return false;
            }
        }
        return true;
    }

    private static String folded(String text) {
        return text.codePoints()
                .map(each -> Character.toLowerCase(Character.toUpperCase(each)))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
