package dev.scimbridge.http.scim;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.jspecify.annotations.Nullable;

/**
 * Where a request comes from. Behind a proxy it is whom the proxy itself has seen: the last of X-Forwarded-For; what
 * stands before it anybody could have written.
 */
public final class Source {
    /** Only what is written in numbers: a name would be looked up. */
    private static final Pattern NUMBERS =
            Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|[0-9a-fA-F]*:[0-9a-fA-F:]*(\\d{1,3}(\\.\\d{1,3}){3})?");

    private static final String HEADER = "X-Forwarded-For";

    private Source() {}

    /** Null if nobody knows. */
    static @Nullable InetAddress of(Connection<?> connection, HttpRequestPacket request, boolean isBehindProxy) {
        if (!isBehindProxy) {
            return connection.getPeerAddress() instanceof InetSocketAddress peer ? peer.getAddress() : null;
        }
        String hop = null;
        for (String line : request.getHeaders().values(HEADER)) {
            hop = line;
        }
        return hop == null ? null : last(hop);
    }

    /** The last address of a list, with or without a port; null if it is none. */
    static @Nullable InetAddress last(String hops) {
        String hop = hops.substring(hops.lastIndexOf(',') + 1).strip();
        int bracket = hop.indexOf(']');
        if (hop.startsWith("[") && bracket > 0) {
            hop = hop.substring(1, bracket);
        } else if (hop.indexOf(':') == hop.lastIndexOf(':') && hop.contains(":")) {
            hop = hop.substring(0, hop.indexOf(':'));
        }
        return address(hop);
    }

    /** An address in numbers; null if it is none. */
    public static @Nullable InetAddress address(String text) {
        if (!NUMBERS.matcher(text).matches()) {
            return null;
        }
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            return null;
        }
    }
}
