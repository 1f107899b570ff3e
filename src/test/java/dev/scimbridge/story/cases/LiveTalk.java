package dev.scimbridge.story.cases;

import static org.awaitility.Awaitility.await;

import dev.scimbridge.sandbox.Control;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Talks to a bridge that runs, and keeps what was said. */
public final class LiveTalk implements Talk {
    static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Bridge bridge;
    private final List<Exchange> said = new ArrayList<>();

    /**
     * Whom it talks to.
     *
     * @param base ends before {@code /Users}
     * @param log what it has printed until now
     */
    public record Bridge(String base, String token, Control control, Supplier<String> log) {}

    public LiveTalk(Bridge bridge) {
        this.bridge = bridge;
    }

    /** All exchanges until now, in the order of the requests. */
    List<Exchange> said() {
        return List.copyOf(said);
    }

    @Override
    public List<Answer> together(List<Request> requests) {
        List<CompletableFuture<Answer>> under =
                requests.stream().map(this::send).toList();
        List<Answer> answers = new ArrayList<>();
        for (int i = 0; i < requests.size(); i++) {
            answers.add(kept(requests.get(i), under.get(i).join()));
        }
        return answers;
    }

    @Override
    public Answer until(Request request, Predicate<Answer> wanted) {
        AtomicReference<Answer> last = new AtomicReference<>();
        await().atMost(PATIENCE).until(() -> {
            last.set(send(request).join());
            return wanted.test(last.get());
        });
        return kept(request, last.get());
    }

    @Override
    public Answer log() {
        Answer log = new Answer(0, Map.of(), bridge.log().get());
        return kept(Request.of("LOG", "", ""), log);
    }

    @Override
    public void behind(Consumer<Control> hand) {
        hand.accept(bridge.control());
    }

    private Answer kept(Request request, Answer answer) {
        said.add(new Exchange(request, answer));
        return answer;
    }

    private CompletableFuture<Answer> send(Request request) {
        if (request.bare()) {
            return CompletableFuture.supplyAsync(() -> Bare.send(URI.create(bridge.base()), request, headers(request)));
        }
        HttpRequest.Builder builder = HttpRequest.newBuilder(at(request.path()));
        headers(request).forEach(builder::setHeader);
        boolean empty = request.body().isEmpty();
        builder.method(request.method(), empty ? BodyPublishers.noBody() : BodyPublishers.ofString(request.body()));
        return HTTP.sendAsync(builder.build(), HttpResponse.BodyHandlers.ofString())
                .thenApply(LiveTalk::answer)
                .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    private URI at(String path) {
        return path.startsWith(Request.ROOT)
                ? URI.create(bridge.base()).resolve(path)
                : URI.create(bridge.base() + path);
    }

    private Map<String, String> headers(Request request) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.put("Authorization", "Bearer " + bridge.token());
        headers.put("Accept", Answer.SCIM);
        if (!request.body().isEmpty()) {
            headers.put("Content-Type", Answer.SCIM);
        }
        request.headers().forEach((name, value) -> headers.put(name, value.replace(Request.TOKEN, bridge.token())));
        headers.values().removeIf(String::isEmpty);
        return headers;
    }

    private static Answer answer(HttpResponse<String> response) {
        Map<String, String> headers = new TreeMap<>();
        response.headers().map().forEach((name, values) -> headers.put(name, values.get(0)));
        return new Answer(response.statusCode(), headers, response.body());
    }
}
