package dev.scimbridge.http.scim;

import dev.scimbridge.http.scim.write.Body;
import dev.scimbridge.scim.ScimProblem;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.filterchain.BaseFilter;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.NextAction;
import org.glassfish.grizzly.http.HttpContent;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.http.Method;
import org.glassfish.grizzly.http.util.Header;
import org.glassfish.grizzly.memory.Buffers;
import org.glassfish.grizzly.nio.NIOConnection;

/**
 * What a request passes before a worker takes it: its head is plain, its body is whole and not too large, and a body is
 * waited for only from somebody who may send one. The chain keeps what has come of a body, so that a slow client holds no
 * thread.
 */
final class Threshold extends BaseFilter {
    private static final byte[] GO_ON = "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    /** Bytes of answers, of somebody who asks for more and reads none. */
    private static final int MOST_UNREAD = 1 << 20;

    private final PlainHead head = new PlainHead();
    private final Bearer bearer;
    private final boolean isBehindProxy;

    Threshold(Bearer bearer, boolean isBehindProxy) {
        this.bearer = bearer;
        this.isBehindProxy = isBehindProxy;
    }

    @Override
    public NextAction handleRead(FilterChainContext context) {
        Visit visit = Visit.of(context.getConnection());
        if (visit.isOver()) {
            return context.getStopAction();
        }
        if (unread(context.getConnection()) > MOST_UNREAD) {
            context.getConnection().terminateSilently();
            return context.getStopAction();
        }
        HttpContent content = context.getMessage();
        HttpRequestPacket request = (HttpRequestPacket) content.getHttpHeader();
        try {
            head.check(request);
            if (content.getContent().remaining() > Body.LARGEST) {
                throw PlainHead.tooLarge();
            }
            InetAddress source = Source.of(context.getConnection(), request, isBehindProxy);
            request.setAttribute(Bearer.SOURCE, source);
            if (!content.isLast()) {
                var unused = bearer.admit(request.getHeader(Header.Authorization), source);
                encourage(context, request);
                return context.getStopAction(content);
            }
        } catch (ScimProblem problem) {
            visit.refuse(context.getConnection(), problem, request.getMethod() != Method.HEAD);
            return context.getStopAction();
        }
        return visit.arrived() ? context.getInvokeAction() : context.getStopAction();
    }

    private static int unread(Connection<?> connection) {
        return connection instanceof NIOConnection queueing
                ? queueing.getAsyncWriteQueue().spaceInBytes()
                : 0;
    }

    private static void encourage(FilterChainContext context, HttpRequestPacket request) {
        if (request.requiresAcknowledgement()) {
            context.write(Buffers.wrap(context.getMemoryManager(), GO_ON));
            request.getResponse().acknowledged();
        }
    }
}
