package dev.scimbridge.story.cases;

import java.util.Map;
import java.util.TreeMap;

/**
 * What is sent.
 *
 * @param path below the base URL, or from the server's root if it begins with {@link #ROOT}; encoded
 * @param body empty for none
 * @param headers instead of the usual ones; an empty value leaves a usual one out
 * @param bare whether it goes out letter by letter, by no client library
 */
public record Request(String method, String path, String body, Map<String, String> headers, boolean bare) {
    /** In a header it stands for the bridge's token. */
    static final String TOKEN = "{token}";

    /** With this a path begins that does not lie below the base URL. */
    static final String ROOT = "/scim/";

    public static Request of(String method, String path, String body) {
        return new Request(method, path, body, Map.of(), false);
    }

    public static Request get(String path) {
        return of("GET", path, "");
    }

    public static Request post(String path, String body) {
        return of("POST", path, body);
    }

    public static Request put(String path, String body) {
        return of("PUT", path, body);
    }

    /** With these operations, each a JSON object. */
    public static Request patch(String path, String... operations) {
        return of("PATCH", path, Bodies.patch(operations));
    }

    public static Request delete(String path) {
        return of("DELETE", path, "");
    }

    public Request with(String header, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(header, value);
        return new Request(method, path, body, more, bare);
    }

    /** For what is no URL, and for bodies that are refused before they have arrived. */
    public Request asBare() {
        return new Request(method, path, body, headers, true);
    }
}
