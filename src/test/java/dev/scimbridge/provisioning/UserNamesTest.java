package dev.scimbridge.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.scimbridge.directory.User;
import dev.scimbridge.sandbox.Way;
import dev.scimbridge.scim.ScimProblem;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A userName belongs to one person, whatever happens at once. The time-out only turns a deadlock into a failure. */
@Timeout(90)
class UserNamesTest {
    private static final String INVITE = "inviteUser";
    private static final Duration STEP = Duration.ofMillis(300);

    @Test
    void a_userName_that_a_create_under_way_gives_is_taken() {
        try (Room room = Room.patient(3)) {
            room.control.failAlways(INVITE, Way.hang());
            CompletableFuture<User> first = room.creating(bob("bob", "one@acme.io"));
            room.await(() -> room.control.calls(INVITE) == 1);
            assertTaken(room, room.creating(bob("BOB", "two@acme.io")));
            assertThat(first).isNotDone();
        }
    }

    @Test
    void an_address_that_a_create_under_way_has_is_no_userName_for_anybody_else() {
        try (Room room = Room.patient(3)) {
            room.control.failAlways(INVITE, Way.hang());
            CompletableFuture<User> first = room.creating(bob("bob", "one@acme.io"));
            room.await(() -> room.control.calls(INVITE) == 1);
            assertTaken(room, room.patching(Room.SECOND_ADMIN, named("One@acme.io")));
            assertTaken(room, room.patching(Room.SECOND_ADMIN, named("bob")));
            assertThat(first).isNotDone();
        }
    }

    @Test
    void of_two_renames_to_one_name_at_once_one_passes() {
        try (Room room = Room.with(3)) {
            for (String each : List.of("one", "two", "three")) {
                room.create(each + "@acme.io", "BUSINESS");
            }
            // Keeps the store busy, so that the two are taken together.
            var unused = room.patching("three@acme.io", "{'op':'add','path':'title','value':'Boss'}");
            CompletableFuture<User> one = room.patching("one@acme.io", named("chief@acme.io"));
            assertTaken(room, room.patching("two@acme.io", named("Chief@acme.io")));
            assertThat(one).succeedsWithin(Duration.ofSeconds(30));
        }
    }

    @Test
    void who_was_given_a_taken_userName_while_leaving_does_not_come_back_with_it() {
        try (Room room = Room.with(3)) {
            room.member("one@acme.io", "BUSINESS");
            room.member("two@acme.io", "BUSINESS");
            room.patch("two@acme.io", Room.LEAVE + "," + named("one@acme.io"));
            String back = "{'op':'replace','path':'active','value':true}";
            assertTaken(room, room.patching("two@acme.io", back));
            room.patch("two@acme.io", back + "," + named("two@acme.io"));
            room.patch("two@acme.io", Room.LEAVE + "," + named("one@acme.io"));
            room.patch("one@acme.io", Room.LEAVE);
            room.patch("one@acme.io", back);
        }
    }

    private static String bob(String userName, String email) {
        return "{'userName':'" + userName + "','emails':[{'value':'" + email + "'}]}";
    }

    private static String named(String userName) {
        return "{'op':'replace','path':'userName','value':'" + userName + "'}";
    }

    private static void assertTaken(Room room, CompletableFuture<User> write) {
        room.awaitPassing(STEP, write::isDone);
        assertThat(write.handle((user, failure) -> failure))
                .succeedsWithin(Duration.ZERO)
                .satisfies(failure -> {
                    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
                    assertThat(cause).isInstanceOf(ScimProblem.class);
                    assertThat(((ScimProblem) cause).status()).isEqualTo(409);
                    assertThat(((ScimProblem) cause).scimType()).isEqualTo("uniqueness");
                });
    }
}
