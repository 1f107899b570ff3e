package dev.scimbridge.directory;

import dev.scimbridge.lifecycle.Address;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * Who a person is, for ever.
 *
 * @param id the SCIM id
 * @param generation 0 for the first person of an address, one more each time the address passes to somebody else
 * @param address the address by which the workspace knows them
 */
public record Identity(UUID id, int generation, Address address) {
    private static final int SHA1_BYTES_OF_A_UUID = 16;

    /** Copied for each use: to look for it among all that there are would take longer than the work. */
    private static final MessageDigest SHA1 = sha1();

    /**
     * The id that follows from the address alone (UUIDv5, RFC 9562 5.5), so that it is the same again when every record
     * was lost.
     */
    public static Identity mint(UUID namespace, Address address, int generation) {
        String name = generation == 0 ? address.value() : address.value() + "#" + generation;
        ByteBuffer input = ByteBuffer.allocate(16 + name.getBytes(StandardCharsets.UTF_8).length);
        input.putLong(namespace.getMostSignificantBits()).putLong(namespace.getLeastSignificantBits());
        input.put(name.getBytes(StandardCharsets.UTF_8));
        return new Identity(version5(hash(input.array())), generation, address);
    }

    private static UUID version5(byte[] hash) {
        ByteBuffer bytes = ByteBuffer.wrap(hash, 0, SHA1_BYTES_OF_A_UUID);
        long most = (bytes.getLong() & ~0xF000L) | 0x5000L;
        long least = (bytes.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(most, least);
    }

    private static byte[] hash(byte[] input) {
        try {
            return ((MessageDigest) SHA1.clone()).digest(input);
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the SHA-1 of the platform can be copied", e);
        }
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }
}
