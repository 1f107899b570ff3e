package dev.scimbridge.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.scimbridge.sandbox.Way;
import dev.scimbridge.story.Scim.Reply;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
        stage = Stage.with(6, bridge -> bridge.hasty().with("SCIM_BRIDGE_WRITES_WAIT", "PT0.5S"));
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
        Reply last = last(replies);
        Reply read = stage.scim().user(id);
        assertThat(read.body().path("title")).isEqualTo(last.body().path("title"));
        assertThat(version(read)).isEqualTo(version(last));
    }

    @Test
    void of_all_who_write_to_the_same_version_exactly_one_passes() {
        String id = stage.scim().create(Cast.okta("version@acme.io")).id();
        stage.untilListed(id);
        for (int round = 0; round < 3; round++) {
            // Nobody may say what is already so: that would pass too, and leave the version as it is.
            int first = (round + 1) * MANY;
            String etag = stage.scim().user(id).headers().firstValue("ETag").orElseThrow();
            List<Reply> replies = atOnce(id, i -> title(first + i), "If-Match", etag);
            List<Reply> passed =
                    replies.stream().filter(reply -> reply.status() == 200).toList();
            assertThat(passed).hasSize(1);
            assertThat(replies).filteredOn(reply -> reply.status() == 412).hasSize(MANY - 1);
            assertThat(stage.scim().user(id).body().path("title"))
                    .isEqualTo(passed.get(0).body().path("title"));
        }
    }

    /** The first command is held until all have been answered: a second one would be seen. */
    @Test
    void of_many_changes_of_one_person_at_most_one_is_in_flight() {
        String person = "flight@acme.io";
        String id = stage.member(person, "BUSINESS");
        stage.control.failNext(CHANGE, Way.hang().about(stage.control.uid(person)));
        List<CompletableFuture<Reply>> writes = Stream.of("ANALYST", "DEVELOPER", "ANALYST", "DEVELOPER", "ANALYST")
                .map(role -> later(id, Cast.oktaRole(role)))
                .toList();
        List<Reply> replies = writes.stream().map(CompletableFuture::join).toList();
        assertThat(replies).allMatch(reply -> reply.status() == 200);
        assertThat(stage.control.calls(CHANGE, person)).isEqualTo(1);
        stage.control.release();
        stage.untilState(id, "settled");
        String last = last(replies).role();
        assertThat(stage.scim().user(id).role()).isEqualTo(last);
        assertThat(stage.control.person(person).accountType()).isEqualTo(last);
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

    /** The one that was written last. */
    private static Reply last(List<Reply> replies) {
        return replies.stream()
                .max(Comparator.comparingInt(Rule04OneCommandInFlightStory::version))
                .orElseThrow();
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
