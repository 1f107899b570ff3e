package dev.scimbridge.http.scim;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Gives locations as clients see them where a proxy in front ends TLS. Registered only there: elsewhere anybody could
 * write these headers.
 */
@PreMatching
final class Forwarded implements ContainerRequestFilter {
    @Override
    public void filter(ContainerRequestContext request) {
        UriInfo uris = request.getUriInfo();
        URI base = seen(uris.getBaseUri(), request);
        URI rest = uris.getBaseUri().relativize(uris.getRequestUri());
        request.setRequestUri(base, base.resolve(rest));
    }

    private static URI seen(URI base, ContainerRequestContext request) {
        String scheme = first(request.getHeaderString("X-Forwarded-Proto"));
        String host = first(request.getHeaderString("X-Forwarded-Host"));
        boolean told = host != null && PlainHead.isAuthority(host);
        // As the client wrote it: the base has the port that goes with the scheme on this side of the proxy.
        String written = request.getHeaderString(HttpHeaders.HOST);
        String authority = told ? host : written == null ? base.getAuthority() : written;
        String spoken =
                scheme != null && scheme.matches("(?i)https?") ? scheme.toLowerCase(Locale.ROOT) : base.getScheme();
        return URI.create(spoken + "://" + authority + base.getRawPath());
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
