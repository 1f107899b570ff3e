package dev.scimbridge.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.scimbridge.sandbox.Control;
import dev.scimbridge.sandbox.Way;
import dev.scimbridge.story.Scim.Reply;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
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

/** Several at once, on connections of their own, want what only one of them can have. */
class RaceStory {
    private static final String DEMOTE = Cast.oktaRole("BUSINESS");
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static Stage stage;

    @BeforeAll
    static void begin() {
        stage = Stage.with(
                10,
                bridge -> bridge.hasty()
                        .with("SCIM_BRIDGE_WRITES_WAIT", "PT1S")
                        .with("SCIM_BRIDGE_GUARDS_MAX_DEACTIVATIONS", "1000"));
    }

    @AfterAll
    static void end() {
        stage.close();
    }

    @AfterEach
    void heal() {
        stage.control.heal();
        stage.control.release();
    }

    @Test
    void of_many_who_create_one_userName_in_different_case_one_does_and_one_invite_is_sent() {
        for (int round = 0; round < 3; round++) {
            String person = "race.person" + round + "@acme.io";
            List<CompletableFuture<Reply>> creates = IntStream.range(0, 32)
                    .mapToObj(i -> stage.scim().later("POST", "/Users", Cast.okta(inSomeCase(person, i))))
                    .toList();
            List<Reply> replies = creates.stream().map(CompletableFuture::join).toList();
            assertThat(replies).filteredOn(reply -> reply.status() == 201).hasSize(1);
            assertThat(replies)
                    .filteredOn(reply -> reply.status() == 409)
                    .hasSize(31)
                    .allMatch(reply -> reply.body().path("scimType").asText().equals("uniqueness"));
            assertThat(stage.scim().find("userName eq \"" + person + "\"").total())
                    .isEqualTo(1);
            assertThat(stage.control.calls("inviteUser", person)).isEqualTo(1);
        }
    }

    /** The bits of the number say which letters are large. */
    private static String inSomeCase(String person, int number) {
        StringBuilder cased = new StringBuilder(person);
        for (int bit = 0; bit < 5; bit++) {
            if ((number >> bit & 1) == 1) {
                int at = bit * 2;
                cased.replace(at, at + 1, person.substring(at, at + 1).toUpperCase(Locale.ROOT));
            }
        }
        return cased.toString();
    }

    static Stream<Arguments> departures() {
        return Stream.of(
                Arguments.of("two leave", Cast.OKTA_DEACTIVATE, Cast.ENTRA_DEACTIVATE, false),
                Arguments.of("two are demoted", DEMOTE, DEMOTE, false),
                Arguments.of("one leaves and one is demoted", Cast.OKTA_DEACTIVATE, DEMOTE, false),
                Arguments.of("two leave slowly", Cast.OKTA_DEACTIVATE, Cast.OKTA_DEACTIVATE, true),
                Arguments.of("two are demoted slowly", DEMOTE, DEMOTE, true));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("departures")
    void of_the_last_two_admins_one_goes_and_one_is_held(String name, String one, String other, boolean slowly) {
        List<String> names = lastTwoAdmins();
        List<String> admins =
                names.stream().map(each -> stage.scim().named(each).id()).toList();
        if (slowly) {
            stage.control.failAlways("disableUser", Way.slow(Duration.ofSeconds(2)));
            stage.control.failAlways("updateUserAccountType", Way.slow(Duration.ofSeconds(2)));
        }
        CompletableFuture<Reply> first = patching(admins.get(0), one);
        CompletableFuture<Reply> second = patching(admins.get(1), other);
        List<Reply> replies = List.of(first.join(), second.join());
        assertThat(replies).extracting(Reply::status).containsExactlyInAnyOrder(200, 409);
        int held = replies.get(0).status() == 409 ? 0 : 1;
        assertThat(replies.get(held).detail()).contains("last ADMIN");
        stage.untilState(admins.get(1 - held), "settled");
        stage.untilListedAgain();
        Reply kept = stage.scim().user(admins.get(held));
        assertThat(kept.state()).isEqualTo("held");
        assertThat(kept.active()).isTrue();
        assertThat(kept.role()).isEqualTo("ADMIN");
        assertThat(activeAdmins()).hasSize(1);
        assertThat(names.stream().mapToInt(RaceStory::commands).sum()).isEqualTo(1);
    }

    /** Two new ones; whoever was there before goes by hand. */
    private static List<String> lastTwoAdmins() {
        List<String> before = activeAdmins();
        List<String> names = List.of(somebody(), somebody());
        names.forEach(name -> stage.control.add(name, "ADMIN"));
        await().atMost(JarBridge.PATIENCE)
                .until(() ->
                        names.stream().allMatch(name -> stage.scim().named(name).active()));
        before.forEach(stage.control::disable);
        await().atMost(JarBridge.PATIENCE)
                .until(() -> stage.scim()
                                .find("roles.value eq \"ADMIN\" and active eq true")
                                .total()
                        == 2);
        stage.untilListedAgain();
        return names;
    }

    private static int commands(String person) {
        return stage.control.calls("disableUser", person) + stage.control.calls("updateUserAccountType", person);
    }

    private static List<String> activeAdmins() {
        return stage.control.state().stream()
                .filter(person -> person.is("active") && person.accountType().equals("ADMIN"))
                .map(Control.Person::email)
                .toList();
    }

    @Test
    void whoever_signs_up_at_the_moment_they_are_deactivated_ends_disabled() {
        List<String> people = IntStream.range(0, 12).mapToObj(i -> somebody()).toList();
        List<String> ids = people.stream()
                .map(person -> stage.scim().create(Cast.okta(person)).id())
                .toList();
        ids.forEach(stage::untilListed);
        List<CompletableFuture<Reply>> left = IntStream.range(0, 12)
                .mapToObj(i -> {
                    CompletableFuture<Reply> leaving = i % 2 == 0
                            ? patching(ids.get(i), Cast.OKTA_DEACTIVATE)
                            : stage.scim().later("DELETE", "/Users/" + ids.get(i), null);
                    stage.control.accept(people.get(i));
                    return leaving;
                })
                .toList();
        assertThat(left).allMatch(reply -> reply.join().status() / 100 == 2);
        people.forEach(RaceStory::untilDisabled);
        people.forEach(
                person -> assertThat(stage.control.calls("disableUser", person)).isEqualTo(1));
        stage.untilListedAgain();
        assertThat(IntStream.range(0, 12).filter(i -> i % 2 == 0))
                .allMatch(i -> !stage.scim().user(ids.get(i)).active());
    }

    /** The listing that does not show the sign-up yet comes only after both. */
    @Test
    void whoever_signs_up_and_is_deactivated_while_a_listing_is_on_its_way_ends_disabled() {
        String person = somebody();
        String id = stage.scim().create(Cast.okta(person)).id();
        stage.untilListed(id);
        stage.control.failNext("listUsers", Way.hangAfter());
        stage.control.awaitHeld(1);
        stage.control.accept(person);
        assertThat(stage.scim().patch(id, Cast.OKTA_DEACTIVATE).active()).isFalse();
        stage.control.release();
        untilDisabled(person);
        stage.untilState(id, "settled");
    }

    /** Nobody knows them yet: the invite is still on its way when they are deactivated, and they sign up by it. */
    @Test
    void whoever_is_deactivated_while_their_invite_is_on_its_way_ends_disabled() {
        String person = somebody();
        stage.control.failNext("inviteUser", Way.hangAfter());
        CompletableFuture<Reply> created = stage.scim().later("POST", "/Users", Cast.okta(person));
        stage.control.awaitHeld(1);
        String id = created.join().id();
        CompletableFuture<Reply> left = patching(id, Cast.OKTA_DEACTIVATE);
        stage.control.accept(person);
        stage.control.release();
        assertThat(left.join().active()).isFalse();
        untilDisabled(person);
        stage.untilState(id, "settled");
        assertThat(stage.control.calls("inviteUser", person)).isEqualTo(1);
    }

    private static void untilDisabled(String person) {
        await().atMost(JarBridge.PATIENCE)
                .until(() -> stage.control.person(person).is("disabled"));
    }

    private static CompletableFuture<Reply> patching(String id, String operation) {
        return stage.scim().later("PATCH", "/Users/" + id, "{\"Operations\":[" + operation + "]}");
    }

    private static String somebody() {
        return "racer" + NUMBER.incrementAndGet() + "@acme.io";
    }
}
