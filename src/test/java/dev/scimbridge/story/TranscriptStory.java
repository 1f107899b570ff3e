package dev.scimbridge.story;

import static org.awaitility.Awaitility.await;

import dev.scimbridge.story.cases.Answer;
import dev.scimbridge.story.transcripts.Replay;
import dev.scimbridge.story.transcripts.Said;
import dev.scimbridge.story.transcripts.Transcript;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import okhttp3.Headers;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What identity providers send, in the order and with the headers they send it: a transcript each. An event in the
 * workspace is {@code signs up}, or {@code is} with a standing (invited, disabled) or an account type.
 */
class TranscriptStory {
    private static final Path TRANSCRIPTS = Path.of("src", "test", "resources", "transcripts");
    private static final String IS = "is ";

    /** What the client would send of its own accord. */
    private static final List<String> OWN = List.of("User-Agent", "Accept-Encoding");

    private static final OkHttpClient HTTP = new OkHttpClient.Builder()
            .addNetworkInterceptor(TranscriptStory::bare)
            .retryOnConnectionFailure(false)
            .build();
    private static Stage stage;

    @BeforeAll
    static void begin() {
        // A workspace that is looked at often: every transcript waits for it several times.
        stage = Stage.with(
                25,
                bridge -> bridge.with("SCIM_BRIDGE_GUARDS_MAX_DEACTIVATIONS", "1000")
                        .with("SCIM_BRIDGE_ACCOUNT_TYPES_ALIASES", "25=DEVELOPER")
                        .with("SCIM_BRIDGE_POLL_INTERVAL", "PT0.2S")
                        .with("SCIM_BRIDGE_UPSTREAM_SETTLING", "PT0.2S"));
        stage.control.knob("invite-disabled", "ok");
    }

    @AfterAll
    static void end() {
        stage.close();
    }

    @TestFactory
    Stream<DynamicTest> every_answer_is_as_the_transcript_has_it() {
        List<Transcript> transcripts = Transcript.in(TRANSCRIPTS);
        return transcripts.stream()
                .map(each -> DynamicTest.dynamicTest(each.file(), () -> Replay.of(each, world(), known())));
    }

    private static Map<String, String> known() {
        return Map.of("base", stage.bridge.base(), "token", JarBridge.TOKEN);
    }

    private static Replay.World world() {
        return new Replay.World() {
            @Override
            public Answer say(Said request) {
                return sent(request);
            }

            @Override
            public void event(String email, String what) {
                happens(email, what);
            }
        };
    }

    /** Without what the transcript does not have. */
    private static Response bare(Interceptor.Chain chain) throws IOException {
        Headers said = chain.request().tag(Headers.class);
        Request.Builder bare = chain.request().newBuilder();
        OWN.stream().filter(name -> said.get(name) == null).forEach(bare::removeHeader);
        return chain.proceed(bare.build());
    }

    private static Answer sent(Said request) {
        RequestBody body =
                request.body().isEmpty() && !List.of("POST", "PUT", "PATCH").contains(request.method())
                        ? null
                        : RequestBody.create(request.body().getBytes(StandardCharsets.UTF_8), null);
        Headers said = Headers.of(request.headers());
        Request sent = new Request.Builder()
                .url(stage.bridge.base() + request.path())
                .headers(said)
                .tag(Headers.class, said)
                .method(request.method(), body)
                .build();
        try (Response response = HTTP.newCall(sent).execute()) {
            Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            response.headers().toMultimap().forEach((name, values) -> headers.put(name, values.get(0)));
            return new Answer(response.code(), headers, response.body().string());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void happens(String email, String what) {
        if (what.equals("signs up")) {
            String id = stage.scim().named(email).id();
            stage.untilListed(id);
            stage.control.accept(email);
            stage.untilState(id, "settled");
            return;
        }
        if (!what.startsWith(IS)) {
            throw new IllegalStateException("nobody knows how to do that");
        }
        String wanted = what.substring(IS.length());
        await().atMost(JarBridge.PATIENCE)
                .until(() -> stage.control
                        .find(email)
                        .filter(person ->
                                person.is(wanted) || person.accountType().equals(wanted))
                        .isPresent());
    }
}
