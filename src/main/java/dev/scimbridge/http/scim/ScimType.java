package dev.scimbridge.http.scim;

import dev.scimbridge.scim.ScimProblem;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

/**
 * Every body is SCIM's media type (RFC 7644 3.1). An answer is, also from the SDK's own endpoints and whatever a client
 * says to accept: the one type there is serves it better than a 406. A request says so, says plain JSON, says nothing, or
 * is told 415.
 */
@PreMatching
public final class ScimType implements ContainerRequestFilter, ContainerResponseFilter {
    @Override
    public void filter(ContainerRequestContext request) {
        request.getHeaders().remove(HttpHeaders.ACCEPT);
        String sent = request.getHeaders().getFirst(HttpHeaders.CONTENT_TYPE);
        if (sent != null) {
            if (request.hasEntity() && !isJson(sent)) {
                throw ScimProblem.unsupportedMediaType("send application/scim+json or application/json");
            }
            request.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, Replies.SCIM);
        }
    }

    /** Parameters tell nothing: JSON is in UTF-8. */
    static boolean isJson(String mediaType) {
        String essence = mediaType.split(";", 2)[0].strip();
        return essence.equalsIgnoreCase(Replies.SCIM) || essence.equalsIgnoreCase(MediaType.APPLICATION_JSON);
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getMethod().equals("OPTIONS")) {
            // Which methods there are is said by the Allow header.
            response.setEntity(null);
        } else if (response.hasEntity()) {
            response.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, Replies.SCIM);
        }
    }
}
