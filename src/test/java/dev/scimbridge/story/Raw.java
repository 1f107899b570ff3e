package dev.scimbridge.story;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/** A client of plain sockets, for what no good library would let out. A minute without an answer is a failure. */
final class Raw implements AutoCloseable {
    private final Socket socket;
    private final InputStream in;
    private boolean isRefused;

    /** One answer; names of headers in lower case. */
    record Heard(int status, TreeMap<String, String> headers, String body) {
        String header(String name) {
            return headers.getOrDefault(name, "");
        }
    }

    private Raw(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream());
    }

    static Raw open(int port) {
        try {
            Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setSoTimeout((int) JarBridge.PATIENCE.toMillis());
            socket.setTcpNoDelay(true);
            return new Raw(socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One request on a connection of its own. */
    static Heard ask(int port, String request) {
        try (Raw raw = open(port)) {
            return raw.say(request).hear();
        }
    }

    /** What stands before the headers of a request to this path, and the two that almost all have. */
    static String head(String method, String path) {
        return method + " /scim/v2" + path + " HTTP/1.1\r\nHost: bridge\r\nAuthorization: Bearer " + JarBridge.TOKEN
                + "\r\n";
    }

    /** A whole request with a body. */
    static String request(String method, String path, String body) {
        return head(method, path) + "Content-Type: application/scim+json\r\nContent-Length: "
                + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + body;
    }

    Raw say(String text) {
        return say(text.getBytes(StandardCharsets.UTF_8));
    }

    /** What is refused half way may fail to be sent to the end: the answer tells why. */
    Raw say(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
        } catch (IOException hungUp) {
            isRefused = true;
        }
        return this;
    }

    /** Whether something could no longer be said. */
    boolean isRefused() {
        return isRefused;
    }

    /** The next answer, without those that only say "go on". */
    Heard hear() {
        return hear("GET");
    }

    /** @param method what was asked; there is no body after HEAD */
    Heard hear(String method) {
        Heard heard = one(method);
        return heard.status() >= 200 ? heard : hear(method);
    }

    /** The next answer, be it that which says "go on". */
    Heard one(String method) {
        try {
            List<String> head = lines(in);
            if (head.isEmpty()) {
                throw new AssertionError("the connection was closed without an answer");
            }
            TreeMap<String, String> headers = new TreeMap<>();
            for (String line : head.subList(1, head.size())) {
                int colon = line.indexOf(':');
                headers.put(
                        line.substring(0, colon).toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
            int status = Integer.parseInt(head.get(0).split(" ")[1]);
            boolean none = method.equals("HEAD") || status < 200 || status == 204 || status == 304;
            return new Heard(status, headers, none ? "" : body(in, headers));
        } catch (SocketTimeoutException e) {
            throw new AssertionError("no answer within " + JarBridge.PATIENCE, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Up to and without the empty line; none at the end of the stream. */
    private static List<String> lines(InputStream in) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            lines.add(line);
        }
        return lines;
    }

    private static String body(InputStream in, TreeMap<String, String> headers) throws IOException {
        String length = headers.get("content-length");
        if (headers.getOrDefault("transfer-encoding", "").equals("chunked")) {
            return chunked(in);
        }
        byte[] bytes = length == null ? in.readAllBytes() : in.readNBytes(Integer.parseInt(length));
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static String chunked(InputStream in) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = Integer.parseInt(line(in), 16); size > 0; size = Integer.parseInt(line(in), 16)) {
            body.write(in.readNBytes(size));
            line(in);
        }
        line(in);
        return body.toString(StandardCharsets.UTF_8);
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
            line.append((char) b);
        }
        return line.toString().strip();
    }

    /** Whether something has come that was not yet heard. */
    boolean hasNews() {
        try {
            return in.available() > 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for the other side to hang up. */
    boolean isEnded() {
        try {
            return in.read() < 0;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (IOException reset) {
            return true;
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
