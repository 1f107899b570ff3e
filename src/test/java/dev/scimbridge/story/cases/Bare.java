package dev.scimbridge.story.cases;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/** Sends what a good client library would not let out, and reads what comes whether all was taken or not. */
final class Bare {
    private Bare() {}

    static Answer send(URI base, Request request, Map<String, String> headers) {
        byte[] body = request.body().getBytes(StandardCharsets.UTF_8);
        StringBuilder head = new StringBuilder(request.method() + " " + base.getPath() + request.path());
        head.append(" HTTP/1.1\r\nHost: ").append(base.getAuthority()).append("\r\nConnection: close\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        head.append("Content-Length: ").append(body.length).append("\r\n\r\n");
        try (Socket socket = new Socket(base.getHost(), base.getPort())) {
            socket.setSoTimeout((int) LiveTalk.PATIENCE.toMillis());
            socket.getOutputStream().write(head.toString().getBytes(StandardCharsets.UTF_8));
            // In time with the reading: a body that is too large is refused half way.
            CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> write(socket, body));
            Answer answer = read(socket.getInputStream());
            sending.join();
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Socket socket, byte[] body) {
        try {
            socket.getOutputStream().write(body);
        } catch (IOException refusedHalfWay) {
            // The answer tells.
        }
    }

    private static Answer read(InputStream in) throws IOException {
        String status = line(in);
        Map<String, String> headers = new TreeMap<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        byte[] rest = in.readAllBytes();
        boolean chunked = "chunked".equals(headers.get("transfer-encoding"));
        String text = new String(chunked ? joined(rest) : rest, StandardCharsets.UTF_8);
        return new Answer(Integer.parseInt(status.split(" ")[1]), headers, text);
    }

    private static byte[] joined(byte[] chunks) throws IOException {
        InputStream in = new ByteArrayInputStream(chunks);
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (int size = size(in); size > 0; size = size(in)) {
            whole.write(in.readNBytes(size));
            line(in);
        }
        return whole.toByteArray();
    }

    private static int size(InputStream in) throws IOException {
        return Integer.parseInt(line(in), 16);
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("the answer ends in " + line);
            }
            line.append((char) next);
        }
        return line.toString().strip();
    }
}
