package dev.scimbridge.http.scim;

import dev.scimbridge.scim.ScimProblem;
import jakarta.annotation.Priority;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.InetAddress;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lets in who presents a token (RFC 6750 2.1). Before matching, so that a stranger learns nothing of what exists. A token
 * without its scheme is taken too: Okta's header mode sends it so.
 */
@PreMatching
@Priority(Priorities.AUTHENTICATION)
public final class Bearer implements ContainerRequestFilter {
    static final String CONNECTION = "scimbridge.connection";

    /** Where the request comes from, as {@link Threshold} has seen it: an attribute, which no client can send. */
    static final String SOURCE = "scimbridge.source";

    private static final Set<String> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final String SCHEME = "bearer ";

    private final Tokens tokens;

    Bearer(Tokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        InetAddress source = (InetAddress) request.getProperty(SOURCE);
        Holder holder = admit(request.getHeaderString(HttpHeaders.AUTHORIZATION), source);
        request.setProperty(CONNECTION, reads(request) ? reader(holder) : writer(holder));
    }

    /** The name of who may read with the token in an Authorization header, or 401 or 403. */
    String reader(@Nullable String header, @Nullable InetAddress source) {
        return reader(admit(header, source));
    }

    /** The same of who may write. */
    String writer(@Nullable String header, @Nullable InetAddress source) {
        return writer(admit(header, source));
    }

    private static String reader(Holder holder) {
        if (!holder.reads()) {
            throw ScimProblem.forbidden("the token " + holder.name() + " may only write (tokens)");
        }
        return holder.name();
    }

    private static String writer(Holder holder) {
        if (!holder.writes()) {
            throw ScimProblem.forbidden("the token " + holder.name() + " may only read (tokens)");
        }
        return holder.name();
    }

    private static boolean reads(ContainerRequestContext request) {
        boolean search = request.getMethod().equals(HttpMethod.POST)
                && ("/" + request.getUriInfo().getPath()).endsWith("/.search");
        return search || READING.contains(request.getMethod());
    }

    /** Who presents the token in an Authorization header, or 401. */
    Holder admit(@Nullable String header, @Nullable InetAddress source) {
        String presented = presented(header);
        Holder holder = presented == null ? null : tokens.holder(presented, source);
        if (holder == null) {
            throw ScimProblem.unauthorized(
                    presented == null ? "a bearer token is required" : "the bearer token is not one of this bridge");
        }
        return holder;
    }

    private static @Nullable String presented(@Nullable String header) {
        if (header == null || header.isBlank()) {
            return null;
        }
        String value = header.strip();
        boolean schemed = value.toLowerCase(Locale.ROOT).startsWith(SCHEME);
        return schemed ? value.substring(SCHEME.length()).strip() : value;
    }
}
