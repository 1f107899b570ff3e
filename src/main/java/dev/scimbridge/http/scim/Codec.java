package dev.scimbridge.http.scim;

import dev.scimbridge.scim.ScimProblem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.glassfish.grizzly.Buffer;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.FilterChainEvent;
import org.glassfish.grizzly.filterchain.NextAction;
import org.glassfish.grizzly.http.HttpContext;
import org.glassfish.grizzly.http.HttpHeader;
import org.glassfish.grizzly.http.HttpPacketParsing;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.http.HttpServerFilter;
import org.glassfish.grizzly.http.server.NetworkListener;
import org.glassfish.grizzly.http.util.MimeHeaders;

/**
 * Reads HTTP/1.1 (RFC 9112) from a connection. What cannot be read, and what is too long in coming, is told as a SCIM
 * error; the server underneath would say nothing or hang up.
 */
final class Codec extends HttpServerFilter {
    private static final int LARGEST_HEAD = 64 * 1024;
    private static final Pattern OTHER_VERSION = Pattern.compile("\\S+ \\S+ HTTP/\\d(\\.\\d)?");

    /** As the server itself would make its own, but for the length of a head and a body where SCIM has no use for one. */
    @SuppressWarnings("deprecation")
    Codec(NetworkListener listener) {
        super(
                listener.isChunkingEnabled(),
                LARGEST_HEAD,
                null,
                listener.getKeepAlive(),
                null,
                listener.getMaxRequestHeaders(),
                listener.getMaxResponseHeaders());
        setAllowPayloadForUndefinedHttpMethods(true);
    }

    @Override
    public NextAction handleAccept(FilterChainContext context) throws IOException {
        Visit.of(context.getConnection()).idle(context.getConnection());
        return super.handleAccept(context);
    }

    @Override
    public NextAction handleEvent(FilterChainContext context, FilterChainEvent event) throws IOException {
        if (event.type() == RESPONSE_COMPLETE_EVENT.type()) {
            Visit.of(context.getConnection()).idle(context.getConnection());
        }
        return super.handleEvent(context, event);
    }

    @Override
    public NextAction handleRead(FilterChainContext context) throws IOException {
        Visit visit = Visit.of(context.getConnection());
        if (visit.isOver()) {
            return context.getStopAction();
        }
        if (!visit.isArriving() && isNothing(context)) {
            return context.getStopAction();
        }
        visit.arriving(context.getConnection());
        NextAction next = super.handleRead(context);
        if (!visit.isOver() && context.getMessage() instanceof Buffer head && isEndless(head, context)) {
            refuse(context, ScimProblem.of(400, null, "the request is not HTTP/1.1"));
            return context.getStopAction();
        }
        return next;
    }

    /** Passes over empty lines before a request (RFC 9112 2.2); true if nothing is left. */
    private static boolean isNothing(FilterChainContext context) {
        Buffer input = context.getMessage();
        while (input.hasRemaining() && (input.get(input.position()) == '\r' || input.get(input.position()) == '\n')) {
            input.get();
        }
        boolean isNothing = !input.hasRemaining();
        if (!isNothing && input.position() > 0) {
            context.setMessage(input.split(input.position()));
        }
        return isNothing;
    }

    /** Whether a head has come to its empty line and was not understood: the parser looks for a colon or a space for ever. */
    private static boolean isEndless(Buffer head, FilterChainContext context) {
        int size = Math.min(head.remaining(), 4);
        String end = head.toStringContent(StandardCharsets.ISO_8859_1, head.limit() - size, head.limit());
        boolean empty = end.endsWith("\n\n") || end.endsWith("\n\r\n");
        return empty && !((HttpPacketParsing) HttpContext.get(context).getRequest()).isHeaderParsed();
    }

    @Override
    public NextAction handleClose(FilterChainContext context) throws IOException {
        Visit.of(context.getConnection()).gone();
        return super.handleClose(context);
    }

    /**
     * An offer to speak something else is passed over (RFC 9110 7.8); taken up, it would undo the framing. A length is no
     * longer among the headers when chunks were announced after it.
     */
    @Override
    protected void onHttpHeadersParsed(HttpHeader header, MimeHeaders headers, FilterChainContext context) {
        header.getUpgradeDC().recycle();
        boolean measured = ((HttpPacketParsing) header).getHeaderParsingState().contentLengthHeadersCount > 0;
        if (header.isChunked() && measured) {
            throw new IllegalStateException("framed twice");
        }
    }

    @Override
    protected void onHttpHeaderError(HttpHeader header, FilterChainContext context, Throwable failure) {
        Buffer head = context.getMessage();
        refuse(context, problem((HttpRequestPacket) header, head, failure));
    }

    @Override
    protected void onHttpContentError(HttpHeader header, FilterChainContext context, Throwable failure) {
        refuse(context, ScimProblem.of(400, null, "the body is not framed as HTTP asks for"));
        header.setContentBroken(true);
    }

    private static void refuse(FilterChainContext context, ScimProblem problem) {
        Visit.of(context.getConnection()).refuse(context.getConnection(), problem, true);
    }

    private static ScimProblem problem(HttpRequestPacket request, Buffer head, Throwable failure) {
        if (request.getResponse().getStatus() == 505
                && OTHER_VERSION.matcher(firstLine(head)).matches()) {
            return PlainHead.otherVersion();
        }
        boolean isTooLong = head.remaining() >= LARGEST_HEAD;
        if (isTooLong && request.getRequestURIRef().getRequestURIBC().isNull()) {
            return ScimProblem.of(414, null, "the request target is too long");
        }
        if (isTooLong || failure instanceof MimeHeaders.MaxHeaderCountExceededException) {
            return ScimProblem.of(431, null, "the headers are too many or too long");
        }
        return ScimProblem.of(400, null, "the request is not HTTP/1.1");
    }

    private static String firstLine(Buffer head) {
        String text = head.toStringContent(StandardCharsets.ISO_8859_1, head.position(), head.limit());
        return text.lines().findFirst().orElse("");
    }
}
