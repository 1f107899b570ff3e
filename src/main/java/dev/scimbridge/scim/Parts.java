package dev.scimbridge.scim;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * Bytes to be sent one after the other, which need not be joined for it.
 *
 * @param each not to be changed
 */
public record Parts(List<byte[]> each) {
    /** How many bytes there are. */
    public int length() {
        int length = 0;
        for (byte[] part : each) {
            length += part.length;
        }
        return length;
    }

    public void writeTo(OutputStream stream) throws IOException {
        for (byte[] part : each) {
            stream.write(part);
        }
    }

    /** All in one, not to be changed. */
    public byte[] joined() {
        if (each.size() == 1) {
            return each.get(0);
        }
        ByteBuffer whole = ByteBuffer.allocate(length());
        each.forEach(whole::put);
        return whole.array();
    }
}
