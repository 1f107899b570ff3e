package dev.scimbridge.directory;

/** Names as they are compared: one form for all that {@link String#equalsIgnoreCase} takes for equal, as filters do. */
public final class Folded {
    private Folded() {}

    public static String of(String name) {
        return name.codePoints()
                .map(each -> Character.toLowerCase(Character.toUpperCase(each)))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
