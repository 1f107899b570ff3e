package dev.scimbridge.app;

import dev.scimbridge.http.scim.Source;
import java.net.InetAddress;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Addresses that begin alike, for instance {@code 10.0.0.0/8}.
 *
 * @param network one of them
 * @param bits how many of its first bits all have in common
 */
record AddressRange(InetAddress network, int bits) {
    private static final Pattern BITS = Pattern.compile("\\d{1,3}");

    /** One address, or one and a number of bits; null if it is neither. */
    static @Nullable AddressRange read(String text) {
        int slash = text.indexOf('/');
        InetAddress network = Source.address(slash < 0 ? text : text.substring(0, slash));
        if (network == null) {
            return null;
        }
        int all = network.getAddress().length * Byte.SIZE;
        String said = slash < 0 ? Integer.toString(all) : text.substring(slash + 1);
        boolean fits = BITS.matcher(said).matches() && Integer.parseInt(said) <= all;
        return fits ? new AddressRange(network, Integer.parseInt(said)) : null;
    }

    boolean has(InetAddress address) {
        byte[] mine = network.getAddress();
        byte[] theirs = address.getAddress();
        if (mine.length != theirs.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> (bit % Byte.SIZE);
            if (((mine[bit / Byte.SIZE] ^ theirs[bit / Byte.SIZE]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }
}
