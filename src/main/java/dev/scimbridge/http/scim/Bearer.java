package dev.scimbridge.http.scim;

import dev.scimbridge.scim.ScimProblem;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Lets in who presents a token (RFC 6750 2.1). Before matching, so that a stranger learns nothing of what exists. A token
 * without its scheme is taken too: Okta's header mode sends it so.
 */
@PreMatching
@Priority(Priorities.AUTHENTICATION)
public final class Bearer implements ContainerRequestFilter {
    static final String CONNECTION = "scimbridge.connection";
    private static final String SCHEME = "bearer ";

    private final Tokens tokens;

    Bearer(Tokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        request.setProperty(CONNECTION, admit(request.getHeaderString(HttpHeaders.AUTHORIZATION)));
    }

    /** The name of the token in an Authorization header, or 401. */
    String admit(@Nullable String header) {
        String presented = presented(header);
        String name = presented == null ? null : tokens.nameOf(presented);
        if (name == null) {
            throw ScimProblem.unauthorized(
                    presented == null ? "a bearer token is required" : "the bearer token is not one of this bridge");
        }
        return name;
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
