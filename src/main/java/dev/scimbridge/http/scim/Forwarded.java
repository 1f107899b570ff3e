package dev.scimbridge.http.scim;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Gives locations as clients see them where a proxy in front ends TLS. Registered only there: elsewhere anybody could
 * write these headers.
 */
@PreMatching
final class Forwarded implements ContainerRequestFilter {
    static final String PROTO = "X-Forwarded-Proto";
    static final String HOST = "X-Forwarded-Host";

    private static final Set<String> SCHEMES = Set.of("https", "http");

    @Override
    public void filter(ContainerRequestContext request) {
        UriInfo uris = request.getUriInfo();
        URI base = seen(uris.getBaseUri(), request::getHeaderString);
        URI rest = uris.getBaseUri().relativize(uris.getRequestUri());
        request.setRequestUri(base, base.resolve(rest));
    }

    /** The base as the client sees it; headers by their names, several of one as one list. */
    static URI seen(URI base, Function<String, @Nullable String> headers) {
        String proto = first(headers.apply(PROTO));
        String scheme = proto == null ? "" : proto.toLowerCase(Locale.ROOT);
        String host = first(headers.apply(HOST));
        if (host == null || !PlainHead.isAuthority(host)) {
            // As the client wrote it: the base has the port that goes with the scheme on this side of the proxy.
            host = headers.apply(HttpHeaders.HOST);
        }
        return URI.create((SCHEMES.contains(scheme) ? scheme : base.getScheme()) + "://"
                + (host == null ? base.getAuthority() : host) + base.getRawPath());
    }

    /** A chain of proxies appends; the first is the one the client spoke to. */
    private static @Nullable String first(@Nullable String header) {
        if (header == null || header.isBlank()) {
            return null;
        }
        int comma = header.indexOf(',');
        return (comma < 0 ? header : header.substring(0, comma)).strip();
    }
}
