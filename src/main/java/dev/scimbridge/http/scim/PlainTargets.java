package dev.scimbridge.http.scim;

import dev.scimbridge.scim.ScimProblem;
import org.glassfish.grizzly.filterchain.BaseFilter;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.NextAction;
import org.glassfish.grizzly.http.HttpContent;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.http.HttpResponsePacket;
import org.glassfish.grizzly.http.util.DataChunk;
import org.glassfish.grizzly.memory.Buffers;
import org.jspecify.annotations.Nullable;

/**
 * Turns away a request target that is no URI (RFC 3986 2.1) with a SCIM error. The server underneath would answer it
 * with a page of its own before any resource sees it.
 */
final class PlainTargets extends BaseFilter {
    private static final String NEVER_RAW = "\"<>\\^`{|}";

    @Override
    public NextAction handleRead(FilterChainContext context) {
        HttpContent content = context.getMessage();
        if (!(content.getHttpHeader() instanceof HttpRequestPacket request)) {
            return context.getInvokeAction();
        }
        DataChunk path = request.getRequestURIRef().getOriginalRequestURIBC();
        if (isPlain(path.toString()) && isPlain(request.getQueryString())) {
            return context.getInvokeAction();
        }
        byte[] body = ScimProblem.of(400, null, "the request target is not a valid URI")
                .json();
        HttpResponsePacket response = request.getResponse();
        response.setStatus(400);
        response.setReasonPhrase("Bad Request");
        response.setContentType(Replies.SCIM);
        response.setContentLength(body.length);
        response.getProcessingState().setError(true);
        context.write(HttpContent.builder(response)
                .content(Buffers.wrap(context.getMemoryManager(), body))
                .last(true)
                .build());
        return context.getStopAction();
    }

    private static boolean isPlain(@Nullable String target) {
        if (target == null) {
            return true;
        }
        for (int i = 0; i < target.length(); i++) {
            char c = target.charAt(i);
            boolean escaped = c != '%' || isEscape(target, i);
            if (c <= ' ' || c >= 0x7f || NEVER_RAW.indexOf(c) >= 0 || !escaped) {
                return false;
            }
        }
        return true;
    }

    /** Two hexadecimal digits, and no control character: the server underneath fails on NUL in a path. */
    private static boolean isEscape(String target, int at) {
        return isHex(target, at + 1) && isHex(target, at + 2) && Character.digit(target.charAt(at + 1), 16) > 1;
    }

    private static boolean isHex(String target, int at) {
        return at < target.length() && Character.digit(target.charAt(at), 16) >= 0;
    }
}
