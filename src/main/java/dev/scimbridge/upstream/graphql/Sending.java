package dev.scimbridge.upstream.graphql;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.Connection;
import okhttp3.Interceptor;
import okhttp3.Protocol;
import okhttp3.Response;

/**
 * Whether a call may have reached the workspace. Decided once: whoever gives up first keeps the request from being
 * written, and once writing has begun nobody can say that nothing was sent.
 */
final class Sending {
    private enum State {
        WAITING,
        BEGUN,
        GIVEN_UP,
        STALE
    }

    private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);

    /** Runs with a connection in hand, directly before the first byte of the request. */
    static Response watch(Interceptor.Chain chain) throws IOException {
        Sending sending = chain.request().tag(Sending.class);
        Connection connection = chain.connection();
        if (sending == null || connection == null) {
            throw new IOException("a call is watched");
        }
        if (isDead(connection)) {
            sending.state.compareAndSet(State.WAITING, State.STALE);
            throw new IOException("the server had closed the connection");
        }
        if (!sending.state.compareAndSet(State.WAITING, State.BEGUN)) {
            throw new IOException("a call is sent once");
        }
        return chain.proceed(chain.request());
    }

    /**
     * Whether the server has hung up already. OkHttp asks this only of connections that were idle for ten seconds,
     * and otherwise relies on sending again, which is not for us; servers close idle connections after two.
     */
    private static boolean isDead(Connection connection) throws IOException {
        if (connection.protocol() == Protocol.HTTP_2) {
            return false; // Read by a thread of its own, which notices.
        }
        Socket socket = connection.socket();
        int timeout = socket.getSoTimeout();
        try {
            if (ChannelSockets.isQuiet(socket)) {
                return false;
            }
            socket.setSoTimeout(1);
            // An end, or a byte that answers nothing we asked: both are the end of this connection.
            int endOrByte = socket.getInputStream().read();
            return endOrByte >= -1;
        } catch (SocketTimeoutException quietAsItShouldBe) {
            return false;
        } catch (IOException reset) {
            return true;
        } finally {
            if (!socket.isClosed()) {
                socket.setSoTimeout(timeout);
            }
        }
    }

    /** True if nothing was sent, and nothing will be. */
    boolean giveUp() {
        state.compareAndSet(State.WAITING, State.GIVEN_UP);
        return state.get() != State.BEGUN;
    }

    /** Whether nothing was sent for no other reason than a kept connection that was dead. */
    boolean wasStale() {
        return state.get() == State.STALE;
    }
}
