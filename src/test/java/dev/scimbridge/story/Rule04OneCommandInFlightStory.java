package dev.scimbridge.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.scimbridge.sandbox.Control.Call;
import dev.scimbridge.sandbox.Way;
import dev.scimbridge.story.Scim.Reply;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Rule 4: one command in flight per person, however many write to them at once; and one process per store. */
class Rule04OneCommandInFlightStory {
    private static final int MANY = 40;
    private static final String CHANGE = "updateUserAccountType";
    private static Stage stage;

    @BeforeAll
    static void begin() {
        stage = Stage.with(6, bridge -> bridge.hasty().with("SCIM_BRIDGE_WRITES_WAIT", "PT1S"));
    }

    @AfterAll
    static void end() {
        stage.close();
    }

    @Test
    void writes_of_one_person_are_made_one_after_the_other_and_the_last_stands() {
        String id = stage.scim().create(Cast.okta("serial@acme.io")).id();
        stage.untilListed(id);
        List<Reply> replies = atOnce(id, Rule04OneCommandInFlightStory::title);
        assertThat(replies).allMatch(reply -> reply.status() == 200);
        assertThat(replies.stream().map(Rule04OneCommandInFlightStory::version)).doesNotHaveDuplicates();
        Reply last = replies.stream()
                .max(Comparator.comparingInt(Rule04OneCommandInFlightStory::version))
                .orElseThrow();
        Reply read = stage.scim().user(id);
        assertThat(read.body().path("title")).isEqualTo(last.body().path("title"));
        assertThat(version(read)).isEqualTo(version(last));
    }

    @Test
    void of_all_who_write_to_the_same_version_exactly_one_passes() {
        String id = stage.scim().create(Cast.okta("version@acme.io")).id();
        stage.untilListed(id);
        for (int round = 0; round < 3; round++) {
            String etag = stage.scim().user(id).headers().firstValue("ETag").orElseThrow();
            List<Reply> replies = atOnce(id, Rule04OneCommandInFlightStory::title, "If-Match", etag);
            List<Reply> passed =
                    replies.stream().filter(reply -> reply.status() == 200).toList();
            assertThat(passed).hasSize(1);
            assertThat(replies).filteredOn(reply -> reply.status() == 412).hasSize(MANY - 1);
            assertThat(stage.scim().user(id).body().path("title"))
                    .isEqualTo(passed.get(0).body().path("title"));
        }
    }

    /** Every command is held until it is let go: two at once would both be seen. */
    @Test
    void of_many_changes_of_one_person_at_most_one_is_in_flight() {
        String id = stage.member("flight@acme.io", "BUSINESS");
        stage.control.failAlways(CHANGE, Way.hangAfter().about("flight@acme.io"));
        stage.control.failAlways(CHANGE, Way.hangAfter().about(stage.control.uid("flight@acme.io")));
        List<CompletableFuture<Reply>> writes = IntStream.range(0, 6)
                .mapToObj(i -> later(id, Cast.oktaRole(i % 2 == 0 ? "ANALYST" : "DEVELOPER")))
                .toList();
        int seen = 0;
        while (!writes.stream().allMatch(CompletableFuture::isDone) || inFlight() > 0) {
            int flying = inFlight();
            assertThat(flying).isLessThanOrEqualTo(1);
            seen = Math.max(seen, flying);
            stage.control.release();
        }
        assertThat(seen).isEqualTo(1);
        stage.control.heal();
        List<Reply> replies = writes.stream().map(CompletableFuture::join).toList();
        assertThat(replies).allMatch(reply -> reply.status() == 200);
        Reply last = replies.stream()
                .max(Comparator.comparingInt(Rule04OneCommandInFlightStory::version))
                .orElseThrow();
        releaseUntilSettled(id);
        assertThat(stage.scim().user(id).role()).isEqualTo(last.role());
        assertThat(stage.control.person("flight@acme.io").accountType()).isEqualTo(last.role());
    }

    /** The command under way is not cut short: what was said meanwhile comes after it. */
    @Test
    void a_leaver_said_while_a_change_is_in_flight_is_disabled_after_it() {
        String id = stage.member("after@acme.io", "BUSINESS");
        stage.control.failNext(CHANGE, Way.hang().about(stage.control.uid("after@acme.io")));
        CompletableFuture<Reply> changed = later(id, Cast.oktaRole("ANALYST"));
        stage.control.awaitHeld(1);
        CompletableFuture<Reply> left = later(id, Cast.OKTA_DEACTIVATE);
        assertThat(changed.join().status()).as("answered when its wait is over").isEqualTo(200);
        assertThat(left.join().active()).isFalse();
        assertThat(stage.control.calls("disableUser", "after@acme.io")).isZero();
        stage.control.release();
        stage.untilState(id, "settled");
        assertThat(stage.scim().user(id).active()).isFalse();
        assertThat(stage.control.person("after@acme.io").is("disabled")).isTrue();
    }

    @Test
    void a_second_process_on_the_same_store_is_sent_away() {
        JarBridge second = JarBridge.before(stage.workspace)
                .with("SCIM_BRIDGE_DATA", stage.bridge.data().toString());
        try (second) {
            assertThat(second.launch().ended()).isEqualTo(2);
            assertThat(second.output()).contains("another").doesNotContain("\tat ");
        }
        assertThat(stage.bridge.health("ready")).isEqualTo(200);
    }

    private static void releaseUntilSettled(String id) {
        await().atMost(JarBridge.PATIENCE).until(() -> {
            stage.control.release();
            return stage.scim().user(id).state().equals("settled");
        });
    }

    private static int inFlight() {
        return (int) stage.control.log(CHANGE, "flight@acme.io").stream()
                .map(Call::answered)
                .filter(answered -> answered.equals("held") || answered.equals("pending"))
                .count();
    }

    private static List<Reply> atOnce(String id, IntFunction<String> operation, String... headers) {
        List<CompletableFuture<Reply>> writes = IntStream.range(0, MANY)
                .mapToObj(i -> later(id, operation.apply(i), headers))
                .toList();
        return writes.stream().map(CompletableFuture::join).toList();
    }

    /** The client opens a connection for each that is under way. */
    private static CompletableFuture<Reply> later(String id, String operation, String... headers) {
        return stage.scim().later("PATCH", "/Users/" + id, "{\"Operations\":[" + operation + "]}", headers);
    }

    private static String title(int i) {
        return "{\"op\":\"replace\",\"path\":\"title\",\"value\":\"marker-" + i + "\"}";
    }

    private static int version(Reply reply) {
        return Integer.parseInt(reply.body().at("/meta/version").asText().replaceAll("\\D", ""));
    }
}
