package dev.scimbridge.upstream.graphql;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** An answer that may not grow beyond a limit, counted after unpacking. */
final class Bounded extends FilterInputStream {
    private final long limit;
    private long count;

    Bounded(InputStream in, long limit) {
        super(in);
        this.limit = limit;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        counted(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int read = super.read(into, offset, length);
        counted(Math.max(0, read));
        return read;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void counted(int read) throws IOException {
        count += read;
        if (count > limit) {
            throw new Garbled("the answer is larger than " + limit + " bytes");
        }
    }
}
