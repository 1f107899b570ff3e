package dev.scimbridge.upstream.graphql;

import dev.scimbridge.lifecycle.Answer;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.Dispatcher;
import okhttp3.Dns;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One call over HTTP, sent at most once. OkHttp repeats nothing: not after a lost connection (told so), not after a
 * 503 with {@code Retry-After: 0} (the body is one-shot), and it follows no redirect.
 */
final class Wire implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Wire.class);

    /** OkHttp keeps the limit itself, except while the host name is looked up; then the caller is let go this much later. */
    private static final Duration GRACE = Duration.ofMillis(500);

    private final HttpUrl url;
    private final Credentials credentials;
    private final Limits limits;
    private final Clock clock;
    private final Dns names;

    /** Null before the first call. */
    private @Nullable OkHttpClient client;

    private volatile boolean closed;

    Wire(Endpoint endpoint, Limits limits, Clock clock, Dns names) {
        this.url = HttpUrl.get(endpoint.url());
        this.credentials = endpoint.credentials();
        this.limits = limits;
        this.clock = clock;
        this.names = names;
    }

    /** It takes some time to be made, with all whom it trusts, for which nobody waits who has nothing to send yet. */
    private synchronized OkHttpClient client() {
        if (client == null) {
            client = new OkHttpClient.Builder()
                    .dispatcher(dispatcher())
                    .dns(names)
                    .socketFactory(new ChannelSockets())
                    .connectTimeout(limits.connect())
                    .retryOnConnectionFailure(false)
                    .followRedirects(false)
                    .followSslRedirects(false)
                    .addNetworkInterceptor(Sending::watch)
                    .build();
        }
        return client;
    }

    /**
     * Calls run on their own threads, so that an interrupted caller can leave at once: a thread that reads a socket
     * hears no interrupt. How many calls run at once is their callers' decision.
     */
    private static Dispatcher dispatcher() {
        ExecutorService threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "workspace-call");
            thread.setDaemon(true);
            return thread;
        });
        Dispatcher dispatcher = new Dispatcher(threads);
        dispatcher.setMaxRequests(Integer.MAX_VALUE);
        dispatcher.setMaxRequestsPerHost(Integer.MAX_VALUE);
        return dispatcher;
    }

    <T> Answer<T> call(Operation operation, Map<String, String> variables, Payload<T> payload) {
        long begin = System.nanoTime();
        Answer<T> answer = Thread.currentThread().isInterrupted()
                ? new Answer.Unknown<>("interrupted")
                : sendOnce(operation, variables, payload);
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        LOG.debug("{} took {} ms: {}", operation, took.toMillis(), kind(answer));
        return answer;
    }

    /** A dead connection that was kept from before costs a second try, not a call: nothing went through it. */
    private <T> Answer<T> sendOnce(Operation operation, Map<String, String> variables, Payload<T> payload) {
        Sending sending = new Sending();
        Answer<T> answer = send(operation, variables, payload, sending);
        if (!sending.wasStale()) {
            return answer;
        }
        client().connectionPool().evictAll();
        return send(operation, variables, payload, new Sending());
    }

    private <T> Answer<T> send(
            Operation operation, Map<String, String> variables, Payload<T> payload, Sending sending) {
        Duration limit = limits.time(operation);
        Call call = client().newBuilder()
                .callTimeout(limit)
                .readTimeout(limit)
                .writeTimeout(limit)
                .build()
                .newCall(request(operation.body(variables), sending));
        Receiver<T> receiver = new Receiver<>(
                new Reading<>(operation, payload, limits.bytes(operation), credentials, clock), sending, limit);
        call.enqueue(receiver);
        return await(call, receiver.answer, sending, limit);
    }

    /** Reads the answer on the call's own thread. */
    private final class Receiver<T> implements Callback {
        private final CompletableFuture<Answer<T>> answer = new CompletableFuture<>();
        private final Reading<T> reading;
        private final Sending sending;
        private final Duration limit;

        Receiver(Reading<T> reading, Sending sending, Duration limit) {
            this.reading = reading;
            this.sending = sending;
            this.limit = limit;
        }

        @Override
        public void onResponse(Call done, Response response) {
            answer.complete(read(response));
        }

        @Override
        public void onFailure(Call done, IOException failure) {
            answer.complete(failed(failure));
        }

        private Answer<T> read(Response response) {
            try (response) {
                return reading.of(response);
            } catch (IOException failure) {
                return failed(failure);
            } catch (RuntimeException failure) {
                // A mistake of ours: the call was made all the same.
                LOG.error("an answer could not be read", failure);
                return new Answer.Unknown<>("the answer could not be read");
            }
        }

        private Answer<T> failed(IOException failure) {
            boolean neverSent = sending.giveUp();
            return lost(neverSent, Failure.words(failure, neverSent, limit, credentials));
        }
    }

    private <T> Answer<T> await(Call call, CompletableFuture<Answer<T>> answer, Sending sending, Duration limit) {
        try {
            return answer.get(limit.plus(GRACE).toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            call.cancel();
            Thread.currentThread().interrupt();
            return new Answer.Unknown<>("interrupted");
        } catch (TimeoutException e) {
            call.cancel();
            boolean neverSent = sending.giveUp();
            return lost(neverSent, neverSent ? "no connection in time" : "no answer within " + limit);
        } catch (ExecutionException e) {
            throw new AssertionError("an answer is completed with a value", e);
        }
    }

    private <T> Answer<T> lost(boolean neverSent, String words) {
        String cause = closed ? "the bridge is stopping" : words;
        return neverSent ? new Answer.Unavailable<>(cause) : new Answer.Unknown<>(cause);
    }

    private Request request(byte[] body, Sending sending) {
        return new Request.Builder()
                .url(url)
                .headers(Headers.of(credentials.headers()))
                .header("Accept", "application/json")
                .header("User-Agent", "scim-bridge")
                .tag(Sending.class, sending)
                .post(new OneShot(body))
                .build();
    }

    private static String kind(Answer<?> answer) {
        return answer.getClass().getSimpleName();
    }

    /** Ends what is under way; its callers get an answer at once. */
    @Override
    public void close() {
        closed = true;
        // Where none was made yet, this one is shut before its first call.
        OkHttpClient last = client();
        last.dispatcher().cancelAll();
        last.dispatcher().executorService().shutdown();
        last.connectionPool().evictAll();
    }
}
