package dev.scimbridge.scim;

/** Text whose case does not matter, for keys of maps and indexes. */
public final class Caseless {
    private Caseless() {}

    /** One form for all that {@link String#equalsIgnoreCase} takes for equal, as filters do. */
    public static String folded(String text) {
        return text.codePoints()
                .map(each -> Character.toLowerCase(Character.toUpperCase(each)))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
