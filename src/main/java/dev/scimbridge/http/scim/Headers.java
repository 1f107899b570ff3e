package dev.scimbridge.http.scim;

import org.glassfish.grizzly.http.server.Request;
import org.jspecify.annotations.Nullable;

/** Headers of a request as JAX-RS gives them. */
final class Headers {
    private Headers() {}

    /** Said several times, they are one list (RFC 9110 5.3); null for one that is not there. */
    static @Nullable String find(Request request, String name) {
        String found = null;
        for (String value : request.getRequest().getHeaders().values(name)) {
            found = found == null ? value : found + "," + value;
        }
        return found;
    }
}
