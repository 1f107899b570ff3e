package dev.scimbridge.scim;

/**
 * Text whose case does not matter, as keys have it: one form for all that {@link String#equalsIgnoreCase} takes for
 * equal, as filters do.
 */
public final class Folded {
    private Folded() {}

    public static String of(String text) {
        return text.codePoints()
                .map(each -> Character.toLowerCase(Character.toUpperCase(each)))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
