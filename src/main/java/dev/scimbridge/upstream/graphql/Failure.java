package dev.scimbridge.upstream.graphql;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Why no answer came, in words for an operator. */
final class Failure {
    private Failure() {}

    static String words(IOException failure, boolean neverSent, Duration limit, Credentials credentials) {
        if (failure instanceof UnknownHostException) {
            return "the workspace's host name is not known";
        }
        if (failure instanceof InterruptedIOException) {
            return neverSent ? "no connection in time" : "no answer within " + limit;
        }
        String cause = Words.plain(innermost(failure), credentials);
        if (failure instanceof ConnectException || failure instanceof NoRouteToHostException) {
            return "cannot connect: " + cause.toLowerCase(Locale.ROOT);
        }
        return (neverSent ? "cannot connect: " : "the connection was cut: ") + cause;
    }

    private static String innermost(Throwable failure) {
        Throwable inner = failure;
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            inner = cause;
        }
        if (inner instanceof EOFException) {
            return "the server closed it";
        }
        @Nullable String message = inner.getMessage();
        return message == null ? inner.getClass().getSimpleName() : message;
    }
}
