package dev.scimbridge.operations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.scimbridge.directory.Course;
import dev.scimbridge.directory.Said;
import dev.scimbridge.directory.Someone;
import dev.scimbridge.directory.User;
import dev.scimbridge.lifecycle.AccountType;
import dev.scimbridge.lifecycle.Desired;
import dev.scimbridge.lifecycle.State;
import dev.scimbridge.lifecycle.Wish;
import org.junit.jupiter.api.Test;

/** A person's timeline, and how they stand now. */
class ExplainTest {
    private static final User EVA = Someone.managed("eva@acme.io", AccountType.DEVELOPER, "{'userName':'eva@acme.io'}");

    @Test
    void the_timeline_has_a_sentence_for_each_entry_and_when_it_was() {
        History history = new History()
                .asked("create eva@acme.io", "active as DEVELOPER", null)
                .called("inviteUser eva@acme.io as DEVELOPER", "ok");
        Report report = Explain.report(EVA, history.lines());
        assertThat(report.headline()).isEqualTo("eva@acme.io " + EVA.id() + ": settled");
        assertThat(report.rows())
                .extracting(row -> row.get(0) + " " + row.get(1))
                .containsExactly("2026-03-02 09:00:00 1", "2026-03-02 09:01:00 2");
        assertThat(report.rows().get(1).get(2)).isEqualTo("inviteUser eva@acme.io as DEVELOPER was called: ok.");
    }

    @Test
    void who_is_settled_needs_nothing() {
        assertThat(Standing.of(EVA))
                .containsExactly(
                        "Now settled, since " + Times.plain(Someone.NOON) + ": because.",
                        "Wished by okta since " + Times.plain(Someone.NOON)
                                + ": active as DEVELOPER, and was so once; last seen active as DEVELOPER.",
                        "Nothing is to be done until somebody asks for something or the workspace changes.");
    }

    @Test
    void who_is_on_the_way_is_told_what_comes_next_and_which_rule_decided() {
        User pending = EVA.wishing(Wish.of(Someone.active(AccountType.ADMIN), Someone.NOON))
                .saying(new Said(EVA.said().document(), "roles: Admins", "entra"))
                .on(new Course(State.PENDING, "the type is to change", Someone.NOON, Someone.NOON.plusSeconds(5)));
        assertThat(Standing.of(pending))
                .contains("The account type was decided by roles: Admins.")
                .contains("Next: looked at again at " + Times.plain(Someone.NOON.plusSeconds(5)) + ".")
                .anyMatch(each -> each.contains("Wished by entra") && each.contains("has not been so yet"));
    }

    @Test
    void who_is_held_is_told_by_which_guard() {
        assertThat(Standing.of(Someone.held(EVA, new Desired.Inactive())))
                .contains("Held back since " + Times.plain(Someone.NOON) + ": inactive, by leaver-brake (too many).");
    }

    @Test
    void of_whom_nobody_has_spoken_that_is_said() {
        assertThat(Standing.of(Someone.member("max@acme.io", AccountType.ADMIN)))
                .contains("Nobody has said anything of them over SCIM; last seen active as ADMIN.");
    }
}
