package dev.scimbridge.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.scimbridge.sandbox.Way;
import dev.scimbridge.story.Scim.Reply;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Rule 6: refused is told, in the workspace's words, before the write is answered. */
class Rule06RefusedIsToldStory {
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static Stage stage;

    @BeforeAll
    static void begin() {
        stage = Stage.with(6, JarBridge::hasty);
    }

    @AfterAll
    static void end() {
        stage.close();
    }

    @AfterEach
    void heal() {
        stage.control.heal();
        Reply probe = stage.scim().create(Cast.plain(somebody()));
        assertThat(probe.status()).isEqualTo(201);
        stage.untilState(probe.id(), "waiting-for-signup");
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

    @Test
    void the_same_refusal_of_a_third_person_in_a_row_is_an_outage_and_told_to_nobody() {
        stage.control.failAlways("inviteUser", Way.errors("this plan has no seats left"));
        List<Reply> told = Stream.generate(Rule06RefusedIsToldStory::somebody)
                .limit(4)
                .map(person -> stage.scim().create(Cast.okta(person)))
                .toList();
        assertThat(told).extracting(Reply::status).containsExactly(400, 400, 201, 201);
        assertThat(stage.scim().user(told.get(3).id()).state()).isEqualTo("pending");
        stage.control.heal();
        stage.untilState(told.get(2).id(), "waiting-for-signup");
        stage.untilState(told.get(3).id(), "waiting-for-signup");
    }

    @Test
    void what_is_refused_after_it_was_acknowledged_stays_wished_and_is_shown_as_refused() {
        String person = somebody();
        stage.control.failNext("inviteUser", Way.cutBefore());
        stage.control.failAlways(
                "inviteUser", Way.errors("this address is on the block list").about(person));
        Reply accepted = stage.scim().create(Cast.okta(person));
        assertThat(accepted.status()).isEqualTo(201);
        stage.untilState(accepted.id(), "refused");
        Reply shown = stage.scim().user(accepted.id());
        assertThat(shown.active()).isTrue();
        assertThat(shown.bridge("reason")).contains("block list");
        int tried = stage.control.calls("inviteUser", person);
        stage.untilListedAgain();
        assertThat(stage.control.calls("inviteUser", person))
                .as("after a gap, not again and again")
                .isEqualTo(tried);
        stage.control.invite(person, "BUSINESS");
        stage.untilState(accepted.id(), "waiting-for-signup");
    }

    private static String somebody() {
        return "told" + NUMBER.incrementAndGet() + "@acme.io";
    }
}
