package dev.scimbridge.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.scimbridge.lifecycle.AccountType;
import dev.scimbridge.lifecycle.State;
import dev.scimbridge.sandbox.Knob;
import dev.scimbridge.scim.ScimProblem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What takes days, and what two people do at once. The time-out only turns a deadlock into a failure. */
@Timeout(90)
class PatienceTest {
    private static final String TESS = "tess@acme.io";
    private static final String INVITE = "inviteUser";
    private static final String DISABLE = "disableUser";
    private static final Duration SETTLED = Duration.ofSeconds(6);
    private static final Duration DAY = Duration.ofDays(1);

    @Test
    void an_expired_invite_is_sent_again_at_once_then_a_day_apart_and_then_needs_a_hand() {
        try (Room room = Room.with(3)) {
            room.create(TESS, "DEVELOPER");
            for (int sent = 1; sent <= 4; sent++) {
                int times = sent;
                room.await(() -> room.control.applied(INVITE, TESS) == times);
                room.pass(SETTLED);
                room.await(() -> room.is(TESS, State.WAITING_FOR_SIGNUP));
                room.control.expire(TESS);
                room.pass(SETTLED);
                if (sent == 2 || sent == 3) {
                    room.pass(Duration.ofHours(23));
                    assertThat(room.calls(INVITE, TESS)).hasSize(sent);
                    room.pass(Duration.ofHours(1));
                }
            }
            room.await(() -> room.is(TESS, State.NEEDS_HAND));
            room.pass(DAY, 3);
            List<Instant> calls = room.calls(INVITE, TESS);
            assertThat(calls).hasSize(4);
            assertThat(Duration.between(calls.get(0), calls.get(1))).isLessThan(Duration.ofMinutes(1));
            assertThat(Duration.between(calls.get(1), calls.get(2))).isGreaterThanOrEqualTo(DAY);
            assertThat(Duration.between(calls.get(2), calls.get(3))).isGreaterThanOrEqualTo(DAY);

            room.patch(TESS, "{'op':'replace','path':'active','value':true}");
            room.await(() -> room.control.applied(INVITE, TESS) == 5);
        }
    }

    @Test
    void a_leaver_still_listed_after_three_disables_is_held_until_the_next_day() {
        try (Room room = Room.with(3)) {
            room.member(TESS, "DEVELOPER");
            room.control.knob(Knob.DISABLED_LISTED, Knob.DisabledListed.YES);
            room.patch(TESS, Room.LEAVE);
            for (int done = 1; done <= 3; done++) {
                int times = done;
                room.await(() -> room.calls(DISABLE, TESS).size() == times && room.is(TESS, State.SETTLED));
                room.pass(SETTLED);
            }
            room.await(() -> room.is(TESS, State.HELD));
            room.pass(Duration.ofHours(20));
            assertThat(room.calls(DISABLE, TESS)).hasSize(3);
            room.control.knob(Knob.DISABLED_LISTED, Knob.DisabledListed.NO);
            room.control.enable(TESS);
            room.pass(Duration.ofHours(5));
            room.await(() -> room.is(TESS, State.SETTLED));
            assertThat(room.calls(DISABLE, TESS)).hasSize(4);
            assertThat(room.control.person(TESS).is("disabled")).isTrue();
        }
    }

    @Test
    void of_two_demotions_of_the_last_two_admins_at_once_one_passes_and_one_is_held_and_told() {
        try (Room room = Room.patient(5)) {
            List<CompletableFuture<?>> writes = Stream.of(Room.FIRST_ADMIN, Room.SECOND_ADMIN)
                    .<CompletableFuture<?>>map(admin -> room.patching(admin, Room.role("DEVELOPER")))
                    .toList();
            room.awaitPassing(Duration.ofMillis(300), () -> writes.stream().allMatch(CompletableFuture::isDone));
            assertThat(writes.stream().filter(CompletableFuture::isCompletedExceptionally))
                    .singleElement()
                    .satisfies(refused -> assertThat(refused.handle((user, failure) -> failure))
                            .succeedsWithin(Duration.ZERO)
                            .satisfies(PatienceTest::saysLastAdmin));
            room.pass(SETTLED, 3);
            assertThat(room.control.state().stream()
                            .filter(person -> person.accountType().equals("ADMIN")))
                    .hasSize(1);
            assertThat(Stream.of(Room.FIRST_ADMIN, Room.SECOND_ADMIN).filter(admin -> room.is(admin, State.HELD)))
                    .hasSize(1);
        }
    }

    private static void saysLastAdmin(Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        assertThat(cause).isInstanceOf(ScimProblem.class).hasMessageContaining("last ADMIN");
        assertThat(((ScimProblem) cause).status()).isEqualTo(409);
    }

    @Test
    void an_admin_whom_a_fresh_listing_shows_to_be_the_last_is_held_at_the_lever() {
        try (Room room = Room.with(5)) {
            room.control.changeRole(Room.SECOND_ADMIN, "BUSINESS");
            room.clock.wind(Duration.ofMillis(100));
            room.patch(Room.FIRST_ADMIN, Room.role("DEVELOPER"));
            room.awaitPassing(Duration.ofMillis(300), () -> room.is(Room.FIRST_ADMIN, State.HELD));
            assertThat(room.user(Room.FIRST_ADMIN).observation().state().accountType())
                    .contains(AccountType.ADMIN);
            assertThat(room.control.commands()).isZero();

            room.control.add("new.admin@acme.io", "ADMIN");
            room.awaitPassing(Duration.ofSeconds(1), () -> room.is(Room.FIRST_ADMIN, State.SETTLED));
            assertThat(room.control.person(Room.FIRST_ADMIN).accountType()).isEqualTo("DEVELOPER");
        }
    }
}
