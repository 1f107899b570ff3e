package dev.scimbridge.lifecycle;

import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The e-mail address by which the workspace knows a person, in the one form in which addresses are compared: trimmed,
 * NFC, lower case in the root locale. What a client wrote is kept elsewhere, as it was sent.
 *
 * @param value for instance {@code max@acme.io}
 */
public record Address(String value) implements Comparable<Address> {
    /** RFC 5321 4.5.3.1.3: a path is at most 256 octets with its brackets. */
    private static final int LONGEST = 254;

    public static Address of(String written) {
        return new Address(
                Normalizer.normalize(written.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT));
    }

    /** The address written here, or null if this is not one. */
    public static @Nullable Address read(@Nullable String written) {
        if (written == null) {
            return null;
        }
        Address address = of(written);
        return address.isOne() ? address : null;
    }

    /**
     * Loose on purpose: the workspace decides what it invites; this only tells an address from a login name, and from a
     * trick of characters that are not seen.
     */
    private boolean isOne() {
        int at = value.indexOf('@');
        boolean parted = at > 0 && at == value.lastIndexOf('@') && at < value.length() - 1;
        return parted && value.length() <= LONGEST && value.codePoints().allMatch(Address::isSeen);
    }

    private static boolean isSeen(int character) {
        return switch (Character.getType(character)) {
            case Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.CONTROL,
                    Character.FORMAT -> false;
            default -> true;
        };
    }

    public String localPart() {
        return value.substring(0, Math.max(0, value.lastIndexOf('@')));
    }

    public String domain() {
        return value.substring(value.lastIndexOf('@') + 1);
    }

    @Override
    public int compareTo(Address other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
