package dev.scimbridge.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.scimbridge.sandbox.Way;
import dev.scimbridge.story.Scim.Reply;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Rule 5: a listing is not believed blindly, neither a broken one nor one that is older than what was done. */
class Rule05ListingNotBelievedBlindlyStory {
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static Stage stage;

    @BeforeAll
    static void begin() {
        stage = Stage.with(8, bridge -> bridge.hasty().with("SCIM_BRIDGE_UPSTREAM_SETTLING", "PT0.1S"));
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
        Map<String, String> known = everybody();
        stage.control.failAlways("listUsers", way);
        int commands = stage.control.commands();
        stage.untilListedAgain();
        assertThat(everybody()).isEqualTo(known);
        assertThat(stage.control.commands()).isEqualTo(commands);
    }

    @Test
    void whom_one_listing_lacks_is_there_and_whom_two_lack_is_not() {
        Map<String, String> known = everybody();
        stage.control.failNext("listUsers", Way.partialListing(0.95));
        stage.untilListedAgain();
        assertThat(stage.control.failures()).as("met").isEmpty();
        assertThat(everybody()).isEqualTo(known);
        stage.control.failAlways("listUsers", Way.partialListing(0.95));
        await().atMost(JarBridge.PATIENCE).until(() -> !everybody().equals(known));
        stage.control.heal();
        await().atMost(JarBridge.PATIENCE).until(() -> everybody().equals(known));
    }

    /** Whether they are active and how their wish stands, by id. */
    private static Map<String, String> everybody() {
        Map<String, String> all = new HashMap<>();
        for (JsonNode user : stage.scim().get("/Users?count=1000").body().path("Resources")) {
            Reply one = new Reply(200, HttpHeaders.of(Map.of(), (name, value) -> true), user);
            all.put(one.id(), one.active() + " " + one.state());
        }
        return all;
    }

    @Test
    void unknown_fields_and_account_types_in_a_listing_break_nothing() {
        stage.control.failAlways("listUsers", Way.unknownFields());
        await().atMost(JarBridge.PATIENCE)
                .until(() ->
                        stage.scim().find("roles.value eq \"DATA_SCIENTIST\"").total() == 1);
        assertThat(stage.scim().create(Cast.okta(somebody())).status()).isEqualTo(201);
    }

    /** The old listing was made before each command and comes when all of them have ended. */
    @Test
    void a_listing_asked_for_before_a_command_ended_undoes_nothing() {
        String leaver = somebody();
        String leaving = stage.member(leaver, "BUSINESS");
        String mover = somebody();
        String moving = stage.member(mover, "BUSINESS");
        String joiner = somebody();
        stage.control.failNext("listUsers", Way.hangAfter());
        stage.control.awaitHeld(1);

        assertThat(stage.scim().patch(leaving, Cast.OKTA_DEACTIVATE).active()).isFalse();
        assertThat(stage.scim().patch(moving, Cast.oktaRole("ANALYST")).role()).isEqualTo("ANALYST");
        String joining = stage.scim().create(Cast.okta(joiner, "ANALYST")).id();
        stage.control.release();
        stage.untilListedAgain();

        stage.untilState(leaving, "settled");
        stage.untilState(moving, "settled");
        stage.untilState(joining, "waiting-for-signup");
        assertThat(stage.scim().user(leaving).active()).isFalse();
        assertThat(stage.scim().user(moving).role()).isEqualTo("ANALYST");
        assertThat(stage.control.calls("disableUser", leaver)).isEqualTo(1);
        assertThat(stage.control.calls("updateUserAccountType", mover)).isEqualTo(1);
        assertThat(stage.control.calls("inviteUser", joiner)).isEqualTo(1);
    }

    /** The workspace has done it and not yet said so; listings show it, and then the answer comes. */
    @Test
    void a_listing_that_shows_what_a_command_did_before_its_answer_comes_is_news_and_nothing_is_repeated() {
        String leaver = somebody();
        String leaving = stage.member(leaver, "BUSINESS");
        String mover = somebody();
        String moving = stage.member(mover, "BUSINESS");
        stage.control.failNext("disableUser", Way.hangAfter());
        stage.control.failNext("updateUserAccountType", Way.hangAfter());
        CompletableFuture<Reply> left =
                CompletableFuture.supplyAsync(() -> stage.scim().patch(leaving, Cast.OKTA_DEACTIVATE));
        CompletableFuture<Reply> moved =
                CompletableFuture.supplyAsync(() -> stage.scim().patch(moving, Cast.oktaRole("ANALYST")));
        stage.control.awaitHeld(2);
        stage.untilListedAgain();
        stage.control.release();
        assertThat(left.join().active()).isFalse();
        assertThat(moved.join().role()).isEqualTo("ANALYST");
        stage.untilListedAgain();
        stage.untilState(leaving, "settled");
        stage.untilState(moving, "settled");
        assertThat(stage.scim().user(leaving).active()).isFalse();
        assertThat(stage.control.calls("disableUser", leaver)).isEqualTo(1);
        assertThat(stage.control.calls("updateUserAccountType", mover)).isEqualTo(1);
    }

    /** Listings made while a command is under way show what was before it; the last of them comes after its end. */
    @Test
    void a_listing_that_came_while_a_command_was_under_way_undoes_nothing() {
        String leaver = somebody();
        String leaving = stage.member(leaver, "BUSINESS");
        stage.control.failNext("disableUser", Way.hang());
        CompletableFuture<Reply> left =
                CompletableFuture.supplyAsync(() -> stage.scim().patch(leaving, Cast.OKTA_DEACTIVATE));
        stage.control.awaitHeld(1);
        stage.untilListedAgain();
        stage.control.failNext("listUsers", Way.slow(Duration.ofSeconds(2)));
        stage.control.awaitHeld(2);
        stage.control.release();
        assertThat(left.join().active()).isFalse();
        stage.untilListedAgain();
        stage.untilState(leaving, "settled");
        assertThat(stage.scim().user(leaving).active()).isFalse();
        assertThat(stage.control.calls("disableUser", leaver)).isEqualTo(1);
    }

    private static String somebody() {
        return "listed" + NUMBER.incrementAndGet() + "@acme.io";
    }
}
