package dev.scimbridge.http.scim;

import dev.scimbridge.http.scim.read.Site;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.function.UnaryOperator;
import org.glassfish.grizzly.http.server.Request;
import org.jspecify.annotations.Nullable;

/** Where clients reach the door: the same that {@link Forwarded} and the container of JAX-RS make of a request. */
final class Sites {
    private final boolean isBehindProxy;

    /** That of the last request: most come from one client, and addresses are slow to make. */
    private volatile @Nullable Last last;

    private record Last(Reached reached, Site site) {}

    /** All that a base is made of. */
    private record Reached(
            String scheme,
            String name,
            int port,
            @Nullable String host,
            @Nullable String proto,
            @Nullable String forwarded) {

        URI base() {
            try {
                return new URI(scheme, null, name, port, ScimDoor.BASE, null, null);
            } catch (URISyntaxException e) {
                throw new IllegalArgumentException(e);
            }
        }

        @Nullable
        String header(String header) {
            return switch (header) {
                case Forwarded.PROTO -> proto;
                case Forwarded.HOST -> forwarded;
                default -> host;
            };
        }
    }

    Sites(boolean isBehindProxy) {
        this.isBehindProxy = isBehindProxy;
    }

    Site of(Request request) {
        UnaryOperator<@Nullable String> header = name -> isBehindProxy ? Headers.find(request, name) : null;
        Reached reached = new Reached(
                request.getScheme(),
                request.getServerName(),
                request.getServerPort(),
                header.apply("Host"),
                header.apply(Forwarded.PROTO),
                header.apply(Forwarded.HOST));
        Last known = last;
        if (known != null && known.reached.equals(reached)) {
            return known.site;
        }
        URI base = isBehindProxy ? Forwarded.seen(reached.base(), reached::header) : reached.base();
        Site site = new Site(base.toString());
        last = new Last(reached, site);
        return site;
    }
}
