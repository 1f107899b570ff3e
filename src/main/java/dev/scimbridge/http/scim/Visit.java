package dev.scimbridge.http.scim;

import dev.scimbridge.scim.ScimProblem;
import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.glassfish.grizzly.Buffer;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.EmptyCompletionHandler;
import org.glassfish.grizzly.Grizzly;
import org.glassfish.grizzly.WriteResult;
import org.glassfish.grizzly.attributes.Attribute;
import org.glassfish.grizzly.memory.Buffers;
import org.glassfish.grizzly.nio.NIOConnection;
import org.glassfish.grizzly.ssl.SSLUtils;

/**
 * One connection: how long it is waited for, and whether it was turned away. The JDK's own timer watches, so that slow
 * clients cost no thread, whether they are slow to ask or slow to take an answer.
 */
final class Visit {
    private static final Attribute<Visit> OF =
            Grizzly.DEFAULT_ATTRIBUTE_BUILDER.createAttribute("scimbridge.visit", Visit::new);

    /** From the first byte of a request to its last, however many come in between. */
    private static final int ARRIVAL_SECONDS = 20;

    /** Until the next request, in which the last answer has to be taken. */
    private static final int IDLE_SECONDS = 60;

    /** A connection closed at once could take the answer with it while the client is still sending. */
    private static final int LINGER_SECONDS = 5;

    private final AtomicBoolean over = new AtomicBoolean();

    /** Completed by whoever is in time. */
    private CompletableFuture<Void> clock = new CompletableFuture<>();

    private boolean isArriving;

    static Visit of(Connection<?> connection) {
        return OF.get(connection);
    }

    /** Nothing has come yet, or all that came was answered. */
    void idle(Connection<?> connection) {
        watch(IDLE_SECONDS, connection::terminateSilently);
    }

    /** Bytes of a request have come. */
    synchronized void arriving(Connection<?> connection) {
        if (!isArriving) {
            isArriving = true;
            ScimProblem tooLate = ScimProblem.of(408, null, "the request did not arrive in time");
            watch(ARRIVAL_SECONDS, () -> refuse(connection, tooLate, true));
        }
    }

    synchronized boolean isArriving() {
        return isArriving;
    }

    /** The request is whole, or will never be; false if it was too late. */
    synchronized boolean arrived() {
        isArriving = false;
        return clock.complete(null);
    }

    private synchronized void watch(int seconds, Runnable tooLate) {
        clock.complete(null);
        clock = new CompletableFuture<>();
        var unused = clock.orTimeout(seconds, TimeUnit.SECONDS).exceptionally(late -> {
            tooLate.run();
            return null;
        });
    }

    /** Whether nothing more is listened to. */
    boolean isOver() {
        return over.get();
    }

    /** Says why, and no more after it; what the client still sends is not looked at. */
    void refuse(Connection<?> connection, ScimProblem problem, boolean withBody) {
        if (over.compareAndSet(false, true)) {
            send(connection, Buffers.wrap(connection.getMemoryManager(), Replies.last(problem, withBody)));
            watch(LINGER_SECONDS, connection::terminateSilently);
        }
    }

    private static <L> void send(Connection<L> connection, Buffer answer) {
        connection.write(answer, new EmptyCompletionHandler<WriteResult<Buffer, L>>() {
            @Override
            public void completed(WriteResult<Buffer, L> result) {
                hangUp(connection);
            }
        });
    }

    /** The client sees the end; TLS has no such half-close, there the client goes by the length. */
    private static void hangUp(Connection<?> connection) {
        if (connection instanceof NIOConnection plain
                && plain.getChannel() instanceof SocketChannel channel
                && SSLUtils.getSSLEngine(connection) == null) {
            try {
                channel.shutdownOutput();
            } catch (IOException gone) {
                connection.terminateSilently();
            }
        }
    }
}
