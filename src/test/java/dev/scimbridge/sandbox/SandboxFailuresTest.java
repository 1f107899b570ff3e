package dev.scimbridge.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JacksonException;
import dev.scimbridge.sandbox.Caller.Reply;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each way of going wrong goes wrong in that way, does what it says to the workspace, and then no more. */
class SandboxFailuresTest {
    private static final String ADA = "ada@new.example";
    private static final String GRACE = "grace@new.example";
    private static final String PRIYA = "priya.sharma@paradime.example";

    private final HandWoundClock clock = new HandWoundClock();
    private final Workspace workspace =
            Workspace.start(Options.usual().withPeople(4).withClock(clock));
    private final Control control = Control.of(workspace);
    private final Caller caller = new Caller(workspace);

    @AfterEach
    void close() {
        workspace.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 429, 500, 503})
    void a_status_is_answered_once_and_nothing_is_done(int status) throws Exception {
        control.failNext(Way.http(status));
        assertThat(invite().status()).isEqualTo(status);
        assertThat(control.find(ADA)).isEmpty();
        assertThat(control.log("inviteUser").get(0).answered()).isEqualTo("http-" + status);
        assertThat(invite().gist()).isEqualTo("ok");
        assertThat(control.calls("inviteUser")).isEqualTo(2);
        assertThat(control.applied("inviteUser")).isEqualTo(1);
    }

    @Test
    void a_status_may_hide_that_the_call_was_carried_out() throws Exception {
        control.failNext(Way.httpAfter(502));
        assertThat(invite().status()).isEqualTo(502);
        assertThat(control.person(ADA).standing()).isEqualTo("invited");
        assertThat(control.applied("inviteUser", ADA)).isEqualTo(1);
    }

    @Test
    void too_many_requests_says_when_to_come_back() throws Exception {
        control.failNext(Way.tooManyRequests(17));
        assertThat(invite().http().headers().firstValue("Retry-After")).contains("17");
    }

    @Test
    void a_page_comes_in_place_of_an_answer() throws Exception {
        control.failNext(Way.html());
        Reply reply = invite();
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.http().headers().firstValue("Content-Type")).contains("text/html; charset=utf-8");
        assertThat(reply.http().body()).startsWith("<!DOCTYPE html>");
        assertThat(control.find(ADA)).isEmpty();
    }

    @Test
    void garbage_comes_in_place_of_an_answer() throws Exception {
        control.failNext(Way.garbage());
        Reply reply = invite();
        assertThat(reply.status()).isEqualTo(200);
        assertThatThrownBy(reply::json).hasCauseInstanceOf(JacksonException.class);
        assertThat(control.find(ADA)).isEmpty();
    }

    @Test
    void cut_before_closes_the_connection_and_nothing_is_done() throws Exception {
        control.failNext(Way.cutBefore());
        assertThatThrownBy(this::invite).isInstanceOf(IOException.class);
        assertThat(control.find(ADA)).isEmpty();
        assertThat(control.log("inviteUser").get(0).answered()).isEqualTo("cut");
        assertThat(control.applied("inviteUser")).isZero();
    }

    @Test
    void cut_after_closes_the_connection_though_it_is_done() throws Exception {
        control.failNext(Way.cutAfter());
        assertThatThrownBy(this::invite).isInstanceOf(IOException.class);
        assertThat(control.person(ADA).standing()).isEqualTo("invited");
        assertThat(control.log("inviteUser").get(0).answered()).isEqualTo("cut");
        assertThat(control.applied("inviteUser")).isEqualTo(1);
    }

    @Test
    void a_hanging_call_is_carried_out_and_answered_when_it_is_released() throws Exception {
        control.failNext("inviteUser", Way.hang());
        CompletableFuture<Reply> hanging = caller.inviteAside(ADA, "DEVELOPER");
        control.awaitHeld(1);
        assertThat(hanging).isNotDone();
        assertThat(caller.list().invited()).isEmpty();
        control.release();
        assertThat(hanging.get().gist()).isEqualTo("ok");
        assertThat(caller.list().invited()).containsExactly(ADA);
    }

    @Test
    void a_hanging_call_may_be_dropped() throws Exception {
        control.failNext("inviteUser", Way.hang());
        CompletableFuture<Reply> hanging = caller.inviteAside(ADA, "DEVELOPER");
        control.awaitHeld(1);
        control.drop();
        assertThatThrownBy(hanging::get).isInstanceOf(ExecutionException.class).hasCauseInstanceOf(IOException.class);
        assertThat(control.find(ADA)).isEmpty();
    }

    @Test
    void a_call_may_hang_though_it_is_done() throws Exception {
        control.failNext("inviteUser", Way.hangAfter());
        CompletableFuture<Reply> hanging = caller.inviteAside(ADA, "DEVELOPER");
        control.awaitHeld(1);
        assertThat(caller.list().invited()).containsExactly(ADA);
        control.drop();
        assertThatThrownBy(hanging::get).isInstanceOf(ExecutionException.class);
        assertThat(control.applied("inviteUser")).isEqualTo(1);
    }

    @Test
    void many_hanging_calls_do_not_hold_up_the_others() throws Exception {
        control.failAlways("inviteUser", Way.hang());
        var hanging = Stream.generate(() -> GRACE)
                .limit(60)
                .map(email -> aside(email))
                .toList();
        control.awaitHeld(60);
        assertThat(caller.list().active()).hasSize(4);
        control.release();
        assertThat(hanging.stream().filter(call -> call.join().gist().equals("ok")))
                .hasSize(1);
    }

    @Test
    void a_slow_answer_comes_when_its_time_has_come() throws Exception {
        control.failNext("inviteUser", Way.slow(Duration.ofSeconds(20)));
        CompletableFuture<Reply> slow = caller.inviteAside(ADA, "DEVELOPER");
        control.awaitHeld(1);
        clock.wind(Duration.ofSeconds(19));
        assertThat(caller.list().invited()).containsExactly(ADA);
        assertThat(slow).isNotDone();
        clock.wind(Duration.ofSeconds(1));
        assertThat(slow.get().gist()).isEqualTo("ok");
    }

    @Test
    void errors_are_said_in_the_words_given_and_nothing_is_done() throws Exception {
        control.failNext(Way.errors("The plan allows 100% of 5 seats", "SEATS"));
        Reply reply = invite();
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.gist()).isEqualTo("The plan allows 100% of 5 seats");
        assertThat(reply.json().at("/errors/0/extensions/code").asText()).isEqualTo("SEATS");
        assertThat(control.find(ADA)).isEmpty();
        control.failNext(Way.errors("No"));
        assertThat(caller.list().json().at("/errors/0/extensions/code").isMissingNode())
                .isTrue();
    }

    @Test
    void a_dead_key_may_show_as_an_error() throws Exception {
        control.failNext(Way.unauthenticated());
        Reply reply = caller.list();
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().at("/errors/0/extensions/code").asText()).isEqualTo("UNAUTHENTICATED");
        assertThat(reply.active()).isEmpty();
    }

    @Test
    void not_ok_is_said_and_nothing_is_done() throws Exception {
        control.failNext(2, Way.notOk());
        assertThat(invite().json()).hasToString("{\"data\":{\"inviteUser\":{\"ok\":false}}}");
        assertThat(control.find(ADA)).isEmpty();
        Reply listing = caller.list();
        assertThat(listing.data("listUsers").path("ok").asBoolean(true)).isFalse();
        assertThat(listing.active()).isEmpty();
    }

    @Test
    void a_truncated_answer_ends_before_its_announced_length() {
        control.failNext(Way.truncated());
        assertThatThrownBy(caller::list).isInstanceOf(IOException.class);
    }

    @Test
    void a_quietly_truncated_answer_is_half_of_the_json() throws Exception {
        String whole = caller.list().http().body();
        control.failNext(Way.truncatedQuietly());
        Reply reply = caller.list();
        assertThat(reply.http().body()).isEqualTo(whole.substring(0, whole.length() / 2));
        assertThatThrownBy(reply::json).hasCauseInstanceOf(JacksonException.class);
    }

    @Test
    void an_empty_listing_is_ok_and_has_nobody_in_it() throws Exception {
        control.failNext(Way.emptyListing());
        assertThat(invite().gist()).isEqualTo("ok");
        assertThat(caller.list().json())
                .hasToString("{\"data\":{\"listUsers\":{\"ok\":true,\"activeUsers\":[],\"invitedUsers\":[]}}}");
        assertThat(caller.list().active()).hasSize(4);
    }

    @Test
    void a_partial_listing_lacks_people() throws Exception {
        control.failNext(Way.partialListing(0.75));
        assertThat(caller.list().active()).hasSize(3).doesNotContain("john.okafor@paradime.example");
        assertThat(caller.list().active()).hasSize(4);
    }

    @Test
    void a_listing_from_the_future_has_more_fields_and_a_new_account_type() throws Exception {
        invite();
        control.failNext(Way.unknownFields());
        Reply reply = caller.list();
        assertThat(reply.column("activeUsers", "accountType"))
                .containsExactly("ADMIN", "ADMIN", "DEVELOPER", "DATA_SCIENTIST");
        assertThat(reply.json().at("/data/listUsers/activeUsers/0/mfaEnabled").asBoolean())
                .isTrue();
        assertThat(reply.json().at("/data/listUsers/invitedUsers/0/teams").isArray())
                .isTrue();
        assertThat(caller.list().column("activeUsers", "accountType")).doesNotContain("DATA_SCIENTIST");
    }

    @Test
    void a_way_for_listings_is_no_way_for_an_invite() {
        assertThatThrownBy(() -> control.failNext("inviteUser", Way.emptyListing()))
                .hasMessageContaining("listUsers only");
        assertThatThrownBy(() -> control.failNext(Way.named("sulk"))).hasMessageContaining("no way");
    }

    @Test
    void a_failure_waits_for_its_operation_and_happens_as_often_as_said() throws Exception {
        control.failNext(2, "inviteUser", Way.http(503));
        assertThat(caller.list().status()).isEqualTo(200);
        assertThat(invite().status()).isEqualTo(503);
        assertThat(control.failures()).containsExactly(new Control.Plan("http-503", "inviteUser", null, 1));
        assertThat(invite().status()).isEqualTo(503);
        assertThat(invite().status()).isEqualTo(200);
        assertThat(control.failures()).isEmpty();
    }

    @Test
    void a_failure_may_wait_for_a_person_by_address_even_where_the_call_names_a_uid() throws Exception {
        control.failNext(Way.http(503).about(PRIYA));
        assertThat(invite().status()).isEqualTo(200);
        assertThat(caller.disable(control.uid("max.miller@paradime.example")).status())
                .isEqualTo(200);
        assertThat(caller.disable(control.uid(PRIYA)).status()).isEqualTo(503);
        assertThat(control.person(PRIYA).standing()).isEqualTo("active");
    }

    @Test
    void a_failure_may_wait_for_an_address_or_a_uid_as_the_call_has_it() throws Exception {
        control.failAlways(Way.http(503).about(ADA));
        control.failAlways(Way.http(500).about(control.uid(PRIYA)));
        assertThat(caller.invite(GRACE, "DEVELOPER").status()).isEqualTo(200);
        assertThat(invite().status()).isEqualTo(503);
        assertThat(caller.change(control.uid(PRIYA), "ADMIN").status()).isEqualTo(500);
    }

    @Test
    void a_failure_may_last_until_it_is_healed() throws Exception {
        control.failAlways(Way.http(500));
        for (int i = 0; i < 20; i++) {
            assertThat(caller.list().status()).isEqualTo(500);
        }
        control.heal();
        assertThat(caller.list().status()).isEqualTo(200);
    }

    private Reply invite() throws IOException, InterruptedException {
        return caller.invite(ADA, "DEVELOPER");
    }

    private CompletableFuture<Reply> aside(String email) {
        try {
            return caller.inviteAside(email, "DEVELOPER");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
