package dev.scimbridge.upstream.graphql;

import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;

/** A JSON body that says it cannot be written twice: OkHttp then never repeats the request by itself. */
final class OneShot extends RequestBody {
    private static final MediaType JSON = MediaType.get("application/json");

    private final byte[] body;

    OneShot(byte[] body) {
        this.body = body;
    }

    @Override
    public MediaType contentType() {
        return JSON;
    }

    @Override
    public long contentLength() {
        return body.length;
    }

    @Override
    public boolean isOneShot() {
        return true;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
        sink.write(body);
    }
}
