package dev.scimbridge.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.scimbridge.sandbox.Control.Call;
import dev.scimbridge.sandbox.Way;
import dev.scimbridge.story.Scim.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Rule 3: nobody knows what became of a call, so a look comes before it is repeated. */
class Rule03LookBeforeRepeatingStory {
    private static final Duration SETTLING = Duration.ofSeconds(3);
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static Stage stage;

    @BeforeAll
    static void begin() {
        stage = Stage.with(
                6,
                bridge -> bridge.hasty()
                        .with("SCIM_BRIDGE_UPSTREAM_SETTLING", SETTLING.toString())
                        .with("SCIM_BRIDGE_UPSTREAM_CALL_TIMEOUT", "PT1S")
                        .with("SCIM_BRIDGE_WRITES_WAIT", "PT1S")
                        .with("SCIM_BRIDGE_GUARDS_MAX_DEACTIVATIONS", "1000"));
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

    static Stream<Arguments> done() {
        return Stream.of(
                Arguments.of("cut", Way.cutAfter()),
                Arguments.of("no answer in time", Way.hangAfter()),
                Arguments.of("502", Way.httpAfter(502)));
    }

    @Test
    void an_invite_is_repeated_only_when_a_settled_look_shows_them_absent() {
        List<Way> undone = List.of(Way.cutBefore(), Way.hang(), Way.http(502), Way.garbage());
        List<String> people = undone.stream().map(way -> somebody()).toList();
        for (int i = 0; i < undone.size(); i++) {
            stage.control.failNext("inviteUser", undone.get(i).about(people.get(i)));
        }
        List<Reply> created = people.stream()
                .map(person -> stage.scim().create(Cast.okta(person)))
                .toList();
        assertThat(created).allMatch(reply -> reply.status() == 201);
        created.forEach(reply -> stage.untilState(reply.id(), "waiting-for-signup"));
        for (String person : people) {
            List<Call> calls = stage.control.log("inviteUser", person);
            assertThat(calls).hasSize(2);
            Instant settled = instant(calls.get(0)).plus(SETTLING);
            assertThat(looks(calls.get(0), calls.get(1)))
                    .anyMatch(look -> !instant(look).isBefore(settled));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("done")
    void what_a_look_shows_to_be_done_is_never_repeated(String name, Way way) {
        String joiner = somebody();
        String leaver = somebody();
        String mover = somebody();
        List<String> ids = stage.members("BUSINESS", List.of(leaver, mover));
        for (String lever : List.of("inviteUser", "disableUser", "updateUserAccountType")) {
            stage.control.failNext(lever, way);
        }
        Reply created = stage.scim().create(Cast.okta(joiner));
        assertThat(stage.scim().patch(ids.get(0), Cast.OKTA_DEACTIVATE).active())
                .isFalse();
        assertThat(stage.scim().patch(ids.get(1), Cast.oktaRole("ANALYST")).role())
                .isEqualTo("ANALYST");
        stage.untilState(created.id(), "waiting-for-signup");
        stage.untilState(ids.get(0), "settled");
        stage.untilState(ids.get(1), "settled");
        assertThat(stage.control.calls("inviteUser", joiner)).isEqualTo(1);
        assertThat(stage.control.calls("disableUser", leaver)).isEqualTo(1);
        assertThat(stage.control.calls("updateUserAccountType", mover)).isEqualTo(1);
    }

    @Test
    void a_state_that_is_set_by_uid_is_set_again_after_one_look() {
        String leaver = somebody();
        String mover = somebody();
        List<String> ids = stage.members("BUSINESS", List.of(leaver, mover));
        stage.control.failNext("disableUser", Way.cutBefore());
        stage.control.failNext("updateUserAccountType", Way.cutBefore());
        stage.control.failAlways("listUsers", Way.hang());
        stage.control.awaitHeld(1);
        stage.scim().patch(ids.get(0), Cast.OKTA_DEACTIVATE);
        stage.scim().patch(ids.get(1), Cast.oktaRole("ANALYST"));
        ids.forEach(id -> stage.until(id, user -> user.bridge("reason").startsWith("looking whether")));
        stage.control.heal();
        stage.control.release();
        ids.forEach(id -> stage.untilState(id, "settled"));
        List<Call> disabled = stage.control.log("disableUser", leaver);
        List<Call> changed = stage.control.log("updateUserAccountType", mover);
        assertThat(disabled).hasSize(2);
        assertThat(changed).hasSize(2);
        assertThat(looks(disabled.get(0), disabled.get(1))).isNotEmpty();
        assertThat(looks(changed.get(0), changed.get(1))).isNotEmpty();
    }

    @Test
    void all_who_wait_for_a_look_share_one() {
        stage.control.failNext(20, "inviteUser", Way.httpAfter(502));
        stage.control.failAlways("listUsers", Way.hang());
        stage.control.awaitHeld(1);
        int listings = stage.control.calls("listUsers");
        List<String> people = IntStream.range(0, 20).mapToObj(i -> somebody()).toList();
        List<String> ids = people.stream()
                .map(person -> stage.scim().create(Cast.okta(person)).id())
                .toList();
        await().atMost(JarBridge.PATIENCE)
                .until(() -> people.stream()
                        .allMatch(person -> stage.control.find(person).isPresent()));
        assertThat(stage.control.calls("listUsers")).as("one at a time").isEqualTo(listings);
        stage.control.heal();
        stage.control.release();
        ids.forEach(id -> stage.untilState(id, "waiting-for-signup"));
        people.forEach(
                person -> assertThat(stage.control.calls("inviteUser", person)).isEqualTo(1));
    }

    @Test
    void a_call_that_was_never_sent_is_not_in_doubt() {
        String person = somebody();
        stage.control.down();
        Reply created = stage.scim().create(Cast.okta(person));
        assertThat(created.status()).isEqualTo(201);
        stage.control.failAlways("listUsers", Way.hang());
        stage.control.up();
        await().atMost(JarBridge.PATIENCE)
                .until(() -> stage.control.find(person).isPresent());
        assertThat(stage.control.calls("inviteUser", person)).isEqualTo(1);
        stage.untilState(created.id(), "waiting-for-signup");
    }

    /** The listings that were asked for between two calls. */
    private static List<Call> looks(Call from, Call to) {
        return stage.control.log("listUsers").stream()
                .filter(look -> look.number() > from.number() && look.number() < to.number())
                .toList();
    }

    private static Instant instant(Call call) {
        return Instant.parse(call.at());
    }

    private static String somebody() {
        return "doubt" + NUMBER.incrementAndGet() + "@acme.io";
    }
}
