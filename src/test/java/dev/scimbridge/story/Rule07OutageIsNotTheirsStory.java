package dev.scimbridge.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.scimbridge.sandbox.Way;
import dev.scimbridge.story.Scim.Reply;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Rule 7: an outage is not the identity provider's problem: what was accepted becomes true, once. */
class Rule07OutageIsNotTheirsStory {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    /** Members whom no test has met yet: they are made together, because each waits for two listings. */
    private static final Queue<String> MEMBERS = new ArrayDeque<>();

    private static final List<String> LEVERS = List.of("inviteUser", "updateUserAccountType", "disableUser");
    private static Stage stage;

    @BeforeAll
    static void begin() {
        stage = Stage.with(
                6,
                bridge -> bridge.hasty()
                        .with("SCIM_BRIDGE_UPSTREAM_CALL_TIMEOUT", "PT1S")
                        .with("SCIM_BRIDGE_WRITES_WAIT", "PT1S")
                        .with("SCIM_BRIDGE_GUARDS_MAX_DEACTIVATIONS", "1000"));
        List<String> names = IntStream.range(0, 2 * (int) outages().count())
                .mapToObj(i -> "member" + i + "@acme.io")
                .toList();
        stage.members("BUSINESS", names);
        MEMBERS.addAll(names);
    }

    @AfterAll
    static void end() {
        stage.close();
    }

    @AfterEach
    void heal() {
        stage.control.drop();
        stage.control.heal();
        Reply probe = stage.scim().create(Cast.plain(somebody()));
        assertThat(probe.status()).isEqualTo(201);
        stage.untilState(probe.id(), "waiting-for-signup");
    }

    static Stream<Arguments> outages() {
        return Stream.of(
                Arguments.of("503", Way.http(503)),
                Arguments.of("429 with Retry-After", Way.tooManyRequests(1)),
                Arguments.of("an HTML page", Way.html()),
                Arguments.of("garbage", Way.garbage()),
                Arguments.of("401", Way.http(401)),
                Arguments.of("credentials refused in words", Way.unauthenticated()),
                Arguments.of("no answer", Way.hang()),
                Arguments.of("a connection cut before it was done", Way.cutBefore()),
                Arguments.of("a connection cut after it was done", Way.cutAfter()),
                Arguments.of("503 after it was done", Way.httpAfter(503)));
    }

    /** Each of the three levers meets it once. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("outages")
    void what_meets_an_outage_is_accepted_and_done_once(String name, Way way) {
        String joiner = somebody();
        String mover = MEMBERS.remove();
        String leaver = MEMBERS.remove();
        String moving = stage.scim().named(mover).id();
        String leaving = stage.scim().named(leaver).id();
        LEVERS.forEach(lever -> stage.control.failNext(lever, way));
        CompletableFuture<Reply> creating = stage.scim().later("POST", "/Users", Cast.okta(joiner, "DEVELOPER"));
        CompletableFuture<Reply> changing = patching(moving, Cast.oktaRole("DEVELOPER"));
        CompletableFuture<Reply> deactivating = patching(leaving, Cast.OKTA_DEACTIVATE);

        Reply created = creating.join();
        assertThat(created.status()).isEqualTo(201);
        assertThat(created.active()).isTrue();
        assertThat(created.role()).isEqualTo("DEVELOPER");
        assertThat(changing.join().status()).isEqualTo(200);
        assertThat(changing.join().role()).isEqualTo("DEVELOPER");
        assertThat(deactivating.join().status()).isEqualTo(200);
        assertThat(deactivating.join().active()).isFalse();

        stage.untilState(created.id(), "waiting-for-signup");
        stage.untilState(moving, "settled");
        stage.untilState(leaving, "settled");
        assertThat(stage.control.failures()).as("met").isEmpty();
        assertThat(stage.control.applied("inviteUser", joiner)).isEqualTo(1);
        assertThat(stage.control.person(joiner).accountType()).isEqualTo("DEVELOPER");
        assertThat(stage.control.person(mover).accountType()).isEqualTo("DEVELOPER");
        assertThat(stage.control.person(leaver).is("disabled")).isTrue();
    }

    @Test
    void while_the_workspace_is_down_every_write_is_accepted_at_once_and_carried_out_when_it_is_back() {
        String leaver = stage.member(somebody(), "BUSINESS");
        String mover = stage.member(somebody(), "BUSINESS");
        stage.control.down();
        String joiner = somebody();
        Reply first = stage.scim().create(Cast.okta(joiner, "ANALYST"));
        assertThat(first.status()).isEqualTo(201);
        assertThat(stage.scim().patch(leaver, Cast.OKTA_DEACTIVATE).active()).isFalse();
        assertThat(stage.scim().patch(mover, Cast.oktaRole("ANALYST")).role()).isEqualTo("ANALYST");
        for (String id : List.of(first.id(), leaver, mover)) {
            Reply shown = stage.scim().user(id);
            assertThat(shown.state()).isEqualTo("pending");
            assertThat(shown.bridge("reason")).isNotBlank();
        }
        stage.control.up();
        stage.untilState(first.id(), "waiting-for-signup");
        stage.untilState(leaver, "settled");
        stage.untilState(mover, "settled");
        assertThat(stage.control.person(joiner).accountType()).isEqualTo("ANALYST");
    }

    @Test
    void where_outages_are_not_hidden_a_write_is_told_to_come_back() {
        try (Stage telling = Stage.with(4, bridge -> bridge.hasty().with("SCIM_BRIDGE_WRITES_ON_OUTAGE", "reject"))) {
            telling.control.down();
            Awaitility.await()
                    .atMost(JarBridge.PATIENCE)
                    .until(() -> telling.scim().create(Cast.okta(Cast.TESS)).status() == 429);
            Reply told = telling.scim().create(Cast.okta("late@acme.io"));
            assertThat(told.headers().firstValue("Retry-After").map(Integer::parseInt))
                    .isPresent();
            assertThat(telling.scim().get("/Users").status()).isEqualTo(200);
            telling.control.up();
            Awaitility.await()
                    .atMost(JarBridge.PATIENCE)
                    .until(() ->
                            telling.scim().create(Cast.okta("late@acme.io")).status() == 201);
            Awaitility.await()
                    .atMost(JarBridge.PATIENCE)
                    .until(() -> telling.control.find("late@acme.io").isPresent());
        }
    }

    private static CompletableFuture<Reply> patching(String id, String operation) {
        return stage.scim().later("PATCH", "/Users/" + id, "{\"Operations\":[" + operation + "]}");
    }

    private static String somebody() {
        return "fault" + NUMBER.incrementAndGet() + "@acme.io";
    }
}
