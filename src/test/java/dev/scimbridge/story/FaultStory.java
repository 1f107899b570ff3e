package dev.scimbridge.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.scimbridge.sandbox.Way;
import dev.scimbridge.story.Scim.Reply;
import java.util.List;
import java.util.concurrent.CompletableFuture;
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

/** Whatever the workspace answers, what was accepted becomes true, once; and what is refused is told. */
class FaultStory {
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static Stage stage;

    @BeforeAll
    static void begin() {
        stage = Stage.with(
                6,
                bridge -> bridge.with("SCIM_BRIDGE_UPSTREAM_CALL_TIMEOUT", "PT2S")
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

    @ParameterizedTest(name = "{0}")
    @MethodSource("outages")
    void an_invite_that_meets_an_outage_is_accepted_and_done_once(String name, Way way) {
        String person = somebody();
        stage.control.failNext("inviteUser", way);
        Reply created = stage.scim().create(Cast.okta(person, "DEVELOPER"));
        assertThat(created.status()).isEqualTo(201);
        assertThat(created.active()).isTrue();
        assertThat(created.role()).isEqualTo("DEVELOPER");
        stage.untilState(created.id(), "waiting-for-signup");
        assertThat(stage.control.applied("inviteUser", person)).isEqualTo(1);
        assertThat(stage.control.person(person).accountType()).isEqualTo("DEVELOPER");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("outages")
    void a_role_change_that_meets_an_outage_is_accepted_and_done(String name, Way way) {
        String person = somebody();
        String id = stage.member(person, "BUSINESS");
        stage.control.failNext("updateUserAccountType", way);
        Reply changed = stage.scim().patch(id, Cast.oktaRole("DEVELOPER"));
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.role()).isEqualTo("DEVELOPER");
        stage.untilState(id, "settled");
        assertThat(stage.control.person(person).accountType()).isEqualTo("DEVELOPER");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("outages")
    void a_leaver_who_meets_an_outage_leaves(String name, Way way) {
        String person = somebody();
        String id = stage.member(person, "BUSINESS");
        stage.control.failNext("disableUser", way);
        Reply left = stage.scim().patch(id, Cast.OKTA_DEACTIVATE);
        assertThat(left.status()).isEqualTo(200);
        assertThat(left.active()).isFalse();
        stage.untilState(id, "settled");
        assertThat(stage.control.person(person).is("disabled")).isTrue();
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of("errors", Way.errors("this address is on the block list"), "block list"),
                Arguments.of("ok: false", Way.notOk(), ""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusals")
    void a_refused_invite_is_told_in_the_workspaces_words_and_leaves_nothing(String name, Way way, String words) {
        String person = somebody();
        stage.control.failNext("inviteUser", way);
        Reply refused = stage.scim().create(Cast.okta(person));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.detail()).contains("refused").contains(words);
        assertThat(stage.scim().find("userName eq \"" + person + "\"").total()).isZero();
        Reply again = stage.scim().create(Cast.okta(person));
        assertThat(again.status()).isEqualTo(201);
        assertThat(stage.control.applied("inviteUser", person)).isEqualTo(1);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusals")
    void a_refused_role_change_is_told_and_leaves_the_role(String name, Way way, String words) {
        String id = stage.member(somebody(), "BUSINESS");
        stage.control.failNext("updateUserAccountType", way);
        Reply refused = stage.scim().patch(id, Cast.oktaRole("DEVELOPER"));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.detail()).contains(words);
        assertThat(stage.scim().user(id).role()).isEqualTo("BUSINESS");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusals")
    void a_refused_leaver_is_told_and_leaves_all_the_same(String name, Way way, String words) {
        String person = somebody();
        String id = stage.member(person, "BUSINESS");
        stage.control.failNext("disableUser", way);
        Reply refused = stage.scim().patch(id, Cast.ENTRA_DEACTIVATE);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.detail()).contains(words);
        stage.untilState(id, "settled");
        assertThat(stage.control.person(person).is("disabled")).isTrue();
    }

    @Test
    void a_refusal_of_what_is_true_already_is_success() {
        String person = somebody();
        stage.control.failNext("inviteUser", Way.named("cut-after").about(person));
        Reply created = stage.scim().create(Cast.okta(person, "ANALYST"));
        assertThat(created.status()).isEqualTo(201);
        stage.untilState(created.id(), "waiting-for-signup");
        String other = somebody();
        stage.control.failAlways("listUsers", Way.http(503));
        stage.control.invite(other, "BUSINESS");
        stage.control.heal();
        Reply invitedByHand = stage.scim().create(Cast.okta(other, "BUSINESS"));
        assertThat(invitedByHand.status()).isEqualTo(201);
        assertThat(stage.control.applied("inviteUser", other)).isLessThanOrEqualTo(1);
        stage.untilState(invitedByHand.id(), "waiting-for-signup");
    }

    static Stream<Arguments> badListings() {
        return Stream.of(
                Arguments.of("truncated", Way.truncated()),
                Arguments.of("half a JSON text", Way.truncatedQuietly()),
                Arguments.of("empty", Way.emptyListing()),
                Arguments.of("a third of the people", Way.partialListing(0.34)),
                Arguments.of("503", Way.http(503)),
                Arguments.of("ok: false", Way.notOk()),
                Arguments.of("errors", Way.errors("internal")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badListings")
    void a_bad_listing_changes_nobody(String name, Way way) {
        int known = stage.scim().get("/Users?count=0").total();
        stage.control.failAlways("listUsers", way);
        int commands = stage.control.commands();
        stage.untilListedAgain();
        assertThat(stage.scim().get("/Users?count=0").total()).isEqualTo(known);
        Reply admin = stage.scim().named("alexandra.james@paradime.example");
        assertThat(admin.active()).isTrue();
        assertThat(admin.state()).isEqualTo("unmanaged");
        assertThat(stage.control.commands()).isEqualTo(commands);
    }

    @Test
    void unknown_fields_and_account_types_in_a_listing_break_nothing() {
        stage.control.failAlways("listUsers", Way.unknownFields());
        await().atMost(JarBridge.PATIENCE)
                .until(() ->
                        stage.scim().find("roles.value eq \"DATA_SCIENTIST\"").total() == 1);
        assertThat(stage.scim().create(Cast.okta(somebody())).status()).isEqualTo(201);
    }

    /** The order proves it: all reads are answered while every one of the writes is still waiting. */
    @Test
    void five_hundred_writes_that_wait_for_a_workspace_that_hangs_slow_no_read() {
        try (Stage patient = Stage.with(
                6,
                bridge -> bridge.with("SCIM_BRIDGE_UPSTREAM_CALL_TIMEOUT", "PT5M")
                        .with("SCIM_BRIDGE_WRITES_WAIT", "PT30S"))) {
            patient.control.failAlways("inviteUser", Way.hang());
            List<CompletableFuture<Reply>> writes = IntStream.range(0, 500)
                    .mapToObj(i -> patient.scim().later("POST", "/Users", Cast.okta("waiting" + i + "@acme.io")))
                    .toList();
            patient.control.awaitHeld(8);
            for (int i = 0; i < 200; i++) {
                assertThat(patient.scim().named("max.miller@paradime.example").active())
                        .isTrue();
            }
            assertThat(writes).noneMatch(CompletableFuture::isDone);
            patient.control.heal();
            patient.control.release();
            await().atMost(JarBridge.PATIENCE).until(() -> writes.stream().allMatch(CompletableFuture::isDone));
            assertThat(writes).allMatch(write -> write.join().status() == 201);
            assertThat(patient.control.applied("inviteUser")).isEqualTo(500);
        }
    }

    private static String somebody() {
        return "fault" + NUMBER.incrementAndGet() + "@acme.io";
    }
}
