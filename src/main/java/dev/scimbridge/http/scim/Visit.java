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
import org.jspecify.annotations.Nullable;

/**
 * One connection: how long it is waited for, and whether it was turned away. The JDK's own timer watches, so that slow
 * clients cost no thread, whether they are slow to ask or slow to take an answer. A request moves a deadline and sets no
 * timer: one looks after the deadline, as often as the shortest wait asks for.
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

    /** Any wait that a request begins is at least so long: a timer set before it looks in time. */
    private static final long LOOK_NANOS = TimeUnit.SECONDS.toNanos(ARRIVAL_SECONDS);

    /** What is done when it has become too late. */
    private record Wait(long deadline, Runnable tooLate) {}

    private final AtomicBoolean over = new AtomicBoolean();

    /** The timer that looks next, completed when nobody is to look any more; null while none is set. */
    private @Nullable CompletableFuture<Void> timer;

    /** Null while a request is answered. */
    private @Nullable Wait wait;

    private boolean isArriving;
    private boolean isTooLate;

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
            watch(ARRIVAL_SECONDS, () -> refuse(connection, tooLate(), true));
        }
    }

    synchronized boolean isArriving() {
        return isArriving;
    }

    /** The request is whole; false if it was too late. */
    synchronized boolean arrived() {
        isArriving = false;
        wait = null;
        return !isTooLate;
    }

    /** The connection is closed. */
    synchronized void gone() {
        wait = null;
        if (timer != null) {
            timer.complete(null);
        }
        timer = CompletableFuture.completedFuture(null);
    }

    private synchronized void watch(int seconds, Runnable tooLate) {
        long nanos = TimeUnit.SECONDS.toNanos(seconds);
        wait = new Wait(System.nanoTime() + nanos, tooLate);
        if (timer == null || nanos < LOOK_NANOS) {
            lookAfter(nanos);
        }
    }

    private void lookAfter(long nanos) {
        CompletableFuture<Void> next = new CompletableFuture<>();
        timer = next;
        var unused = next.orTimeout(Math.min(nanos, LOOK_NANOS), TimeUnit.NANOSECONDS)
                .exceptionally(time -> {
                    Runnable due = due(next);
                    if (due != null) {
                        due.run();
                    }
                    return null;
                });
    }

    /** What is to be done now that a timer has run out, which another may have replaced; null if nothing is. */
    private synchronized @Nullable Runnable due(CompletableFuture<Void> ran) {
        if (ran != timer) {
            return null;
        }
        Wait now = wait;
        long left = now == null ? LOOK_NANOS : now.deadline - System.nanoTime();
        if (now == null || left > 0) {
            lookAfter(left);
            return null;
        }
        isTooLate = true;
        wait = null;
        timer = null;
        return now.tooLate;
    }

    private static ScimProblem tooLate() {
        return ScimProblem.of(408, null, "the request did not arrive in time");
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
