package dev.scimbridge.http;

import org.glassfish.grizzly.filterchain.BaseFilter;
import org.glassfish.grizzly.filterchain.FilterChainBuilder;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.NextAction;
import org.glassfish.grizzly.http.HttpCodecFilter;
import org.glassfish.grizzly.http.HttpPacket;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.http.HttpResponsePacket;
import org.glassfish.grizzly.http.server.NetworkListener;
import org.glassfish.grizzly.http.util.DataChunk;
import org.glassfish.grizzly.http.util.FastHttpDateFormat;

/**
 * Says of each answer when it was made (RFC 9110 6.6.1). The server underneath means to, but adds the header when it takes
 * those of an answer with a body for trailers already, and drops it: so there has to be one before.
 */
public final class Dated extends BaseFilter {
    private static final String DATE = "Date";

    private Dated() {}

    /** To be called for a listener that has not started. */
    public static void at(NetworkListener listener) {
        listener.registerAddOn((each, chain) -> into(chain));
    }

    private static void into(FilterChainBuilder chain) {
        chain.add(chain.indexOfType(HttpCodecFilter.class) + 1, new Dated());
    }

    @Override
    public NextAction handleRead(FilterChainContext context) {
        if (context.getMessage() instanceof HttpPacket packet
                && packet.getHttpHeader() instanceof HttpRequestPacket request
                && !request.getResponse().containsHeader(DATE)) {
            request.getResponse().setHeader(DATE, FastHttpDateFormat.getCurrentDate());
        }
        return context.getInvokeAction();
    }

    @Override
    public NextAction handleWrite(FilterChainContext context) {
        if (context.getMessage() instanceof HttpPacket packet
                && packet.getHttpHeader() instanceof HttpResponsePacket response
                && !response.isCommitted()) {
            DataChunk date = response.getHeaders().getValue(DATE);
            if (date != null) {
                date.setString(FastHttpDateFormat.getCurrentDate());
            }
        }
        return context.getInvokeAction();
    }
}
