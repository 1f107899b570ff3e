package dev.scimbridge.app.command;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One call of a command at the management door.
 *
 * @param accept the form wanted
 */
record Call(String path, boolean changes, Map<String, String> parameters, String accept) {
    private static final int CONNECT_MILLIS = 5_000;

    /** What came back; to be read before the next. */
    record Reply(int status, InputStream body) {}

    /**
     * Makes it.
     *
     * @throws IOException if nobody answers
     */
    Reply at(Door door) throws IOException {
        String query = parameters.entrySet().stream()
                .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
                .collect(Collectors.joining("&"));
        String target = door.address() + "/operations/" + path + (query.isEmpty() ? "" : "?" + query);
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(target).toURL().openConnection(Proxy.NO_PROXY);
        Pinned.on(connection, door.certificate());
        connection.setConnectTimeout(CONNECT_MILLIS);
        connection.setRequestMethod(changes ? "POST" : "GET");
        connection.setRequestProperty("Accept", accept);
        connection.setRequestProperty("Scim-Bridge-Operator", "command-line");
        int status = connection.getResponseCode();
        InputStream body = status >= 400 ? connection.getErrorStream() : connection.getInputStream();
        return new Reply(status, body == null ? InputStream.nullInputStream() : body);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
