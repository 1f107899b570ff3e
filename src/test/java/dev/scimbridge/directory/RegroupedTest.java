package dev.scimbridge.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.scimbridge.lifecycle.AccountType;
import dev.scimbridge.lifecycle.Desired;
import dev.scimbridge.lifecycle.Observation;
import dev.scimbridge.lifecycle.Observed;
import dev.scimbridge.lifecycle.State;
import dev.scimbridge.lifecycle.Wish;
import dev.scimbridge.scim.Document;
import dev.scimbridge.scim.ResourceSchema;
import dev.scimbridge.scim.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a write of a group makes of the record of somebody who is, or was, in it. */
class RegroupedTest {
    private static final AccountTypeRules RULES = new AccountTypeRules(
            AccountType.BUSINESS,
            Set.of(),
            List.of(),
            Map.of(),
            Map.of("admins", AccountType.ADMIN, "makers", AccountType.DEVELOPER));
    private static final Presentation PRESENTATION = new Presentation(RULES);
    private static final Drafts DRAFTS = new Drafts(RULES, PRESENTATION, AddressRules.ANY);
    private static final Instant NOW = Someone.NOON.plus(Duration.ofHours(1));
    private static final String ADDRESS = "max@acme.io";
    private static final String NAME = "{'userName':'max@acme.io'}";
    private static final String ANALYST = "{'userName':'max@acme.io','roles':[{'value':'ANALYST','primary':true}]}";
    private static final User UNMANAGED = Someone.member(ADDRESS, Someone.ANALYST);
    private static final User SAID = Someone.managed(ADDRESS, Someone.ANALYST, ANALYST);
    private static final Desired.Active DEVELOPER = active(AccountType.DEVELOPER);
    private static final Desired.Active BUSINESS = active(AccountType.BUSINESS);

    @Test
    void a_group_that_speaks_makes_them_managed_and_one_that_does_not_leaves_them_alone() {
        User maker = regrouped(UNMANAGED, "Makers");
        assertThat(desired(maker)).isEqualTo(DEVELOPER);
        assertThat(maker.wish().fulfilled()).isFalse();
        assertThat(maker.said().typeFrom()).isEqualTo("groups: Makers");
        assertThat(maker.said().document()).isEqualTo(Document.EMPTY);
        assertThat(regrouped(UNMANAGED, "Cooks")).isEqualTo(UNMANAGED);
        assertThat(regrouped(UNMANAGED)).isEqualTo(UNMANAGED);
    }

    @Test
    void whoever_has_the_type_already_is_managed_with_nothing_to_do() {
        User maker = regrouped(Someone.member(ADDRESS, AccountType.DEVELOPER), "Makers");
        assertThat(desired(maker)).isEqualTo(DEVELOPER);
        assertThat(maker.wish().fulfilled()).isTrue();
    }

    @Test
    void when_the_group_goes_the_said_role_speaks_again_and_else_the_default() {
        User said = met(regrouped(SAID, "Makers"), AccountType.DEVELOPER);
        User back = regrouped(said);
        assertThat(desired(back)).isEqualTo(active(Someone.ANALYST));
        assertThat(back.said().typeFrom()).isEqualTo("roles: ANALYST");

        User silent = met(regrouped(UNMANAGED, "Makers"), AccountType.DEVELOPER);
        User byDefault = regrouped(silent, "Cooks");
        assertThat(desired(byDefault)).isEqualTo(BUSINESS);
        assertThat(byDefault.said().typeFrom()).isEqualTo("default: no group gives a type any more");
    }

    @Test
    void without_a_default_there_is_nothing_to_give_in_its_place() {
        AccountTypeRules none = new AccountTypeRules(null, Set.of(), List.of(), Map.of(), RULES.groups());
        Drafts drafts = new Drafts(none, new Presentation(none), AddressRules.ANY);
        User maker = met(drafts.regrouped(UNMANAGED, on("Makers")), AccountType.DEVELOPER);
        User left = drafts.regrouped(maker, on());
        assertThat(left.wish()).isEqualTo(maker.wish());
        assertThat(left.said().typeFrom()).isNull();
    }

    @Test
    void another_group_that_gives_the_same_changes_the_words_only() {
        User admin = met(regrouped(SAID, "Admins", "Makers"), AccountType.ADMIN);
        User still = regrouped(admin, "ADMINS");
        assertThat(still.wish()).isEqualTo(admin.wish());
        assertThat(still.said().typeFrom()).isEqualTo("groups: ADMINS");
        assertThat(regrouped(still, "ADMINS")).isEqualTo(still);
        assertThat(desired(regrouped(still, "Makers"))).isEqualTo(DEVELOPER);
    }

    @Test
    void the_default_that_follows_a_group_is_not_lost_by_what_is_written_before_it_has_come_about() {
        User leaving = regrouped(met(regrouped(UNMANAGED, "Makers"), AccountType.DEVELOPER));
        User echoed = DRAFTS.replaced(leaving, shown(leaving).with("title", "Chef"), on());
        assertThat(desired(echoed)).isEqualTo(BUSINESS);
        User told = patched(patched(echoed, "{'op':'replace','path':'title','value':'Cook'}"), ACTIVE);
        assertThat(desired(told)).isEqualTo(BUSINESS);
        assertThat(told.said().typeFrom()).startsWith("default");

        User done = met(told, AccountType.BUSINESS);
        User changedByHand = done.observed(active(done, AccountType.DEVELOPER)).on(Someone.course(State.DRIFT));
        User later = patched(changedByHand, ACTIVE);
        assertThat(desired(later)).as("nothing speaks, and nothing is open").isEqualTo(active(null));
        assertThat(later.said().typeFrom()).isNull();
    }

    @Test
    void a_write_to_them_that_comes_before_the_group_s_is_worked_out_counts_the_groups_as_they_are() {
        User maker = met(regrouped(UNMANAGED, "Makers"), AccountType.DEVELOPER);
        User titled = patched(maker, "{'op':'replace','path':'title','value':'Cook'}");
        assertThat(titled.wish()).isEqualTo(maker.wish());
        assertThat(desired(regrouped(titled))).isEqualTo(BUSINESS);
        assertThat(desired(patched(maker, ACTIVE))).isEqualTo(BUSINESS);
    }

    @Test
    void what_was_read_and_is_put_back_in_the_group_does_not_outlive_it() {
        for (User user : List.of(UNMANAGED, SAID)) {
            User maker = met(regrouped(user, "Makers"), AccountType.DEVELOPER);
            assertThat(shown(maker).text("userType")).isEqualTo("DEVELOPER");
            User echoed = DRAFTS.replaced(maker, shown(maker), on("Makers"));
            assertThat(echoed.said().document().without("userName"))
                    .isEqualTo(user.said().document().without("userName"));
            assertThat(desired(echoed)).isEqualTo(DEVELOPER);
            assertThat(desired(regrouped(echoed))).isEqualTo(user == SAID ? active(Someone.ANALYST) : BUSINESS);
        }
    }

    @Test
    void a_role_that_is_said_while_a_group_speaks_counts_when_the_group_has_gone() {
        User maker = met(regrouped(SAID, "Makers"), AccountType.DEVELOPER);
        User said = DRAFTS.patched(
                maker,
                Samples.patch(
                        "{'op':'replace','path':'roles','value':[{'value':'SANDBOX_USER'}]}", ResourceSchema.USER),
                on("Makers"));
        assertThat(desired(said)).isEqualTo(DEVELOPER);
        assertThat(desired(regrouped(said))).isEqualTo(active(new AccountType("SANDBOX_USER")));
    }

    @Test
    void neither_leavers_nor_the_held_nor_the_deleted_are_woken() {
        User leaver = SAID.wishing(Someone.met(new Desired.Inactive())).on(Someone.course(State.SETTLED));
        assertThat(regrouped(leaver, "Makers").wish()).isEqualTo(leaver.wish());
        User held = Someone.held(SAID, new Desired.Inactive());
        User regrouped = regrouped(held, "Makers");
        assertThat(regrouped.wish()).isEqualTo(held.wish());
        assertThat(regrouped.held()).isEqualTo(held.held());
        User deleted = SAID.wishing(Someone.met(new Desired.Deleted()));
        assertThat(regrouped(deleted, "Makers")).isEqualTo(deleted);
    }

    @Test
    void nobody_is_invited_again_because_of_a_group() {
        User disabledByHand = Someone.gone(SAID).on(Someone.course(State.DRIFT));
        User drifted = regrouped(disabledByHand, "Makers");
        assertThat(drifted.wish().fulfilled()).isTrue();
        assertThat(desired(drifted))
                .as("shown as drift if a hand brings them back")
                .isEqualTo(DEVELOPER);
        User needsHand = Someone.gone(SAID.wishing(Wish.of(active(Someone.ANALYST), NOW)))
                .on(Someone.course(State.NEEDS_HAND));
        assertThat(regrouped(needsHand, "Makers").wish()).isEqualTo(needsHand.wish());
        User unmanaged = Someone.gone(UNMANAGED);
        assertThat(desired(regrouped(unmanaged, "Makers"))).isEqualTo(new Desired.Inactive());
    }

    @Test
    void an_invite_that_is_still_open_becomes_what_the_group_gives() {
        User invited = Someone.invited(ADDRESS, Someone.ANALYST, NAME);
        assertThat(desired(regrouped(invited, "Makers"))).isEqualTo(DEVELOPER);
        User absent = Someone.saying(Someone.called(ADDRESS), NAME)
                .wishing(Wish.of(active(null), NOW))
                .on(Someone.course(State.PENDING));
        User pending = regrouped(absent, "Admins");
        assertThat(desired(pending)).isEqualTo(active(AccountType.ADMIN));
        assertThat(desired(regrouped(pending)))
                .as("not invited as what a group gave")
                .isEqualTo(BUSINESS);
    }

    @Test
    void what_a_group_gave_does_not_come_back_with_somebody_who_was_to_leave() {
        User admin = met(regrouped(UNMANAGED, "Admins"), AccountType.ADMIN);
        User stopped = patched(patched(admin, LEAVE, "Admins"), "{'op':'replace','path':'title','value':'Cook'}");
        assertThat(desired(patched(regrouped(stopped), ACTIVE))).isEqualTo(BUSINESS);
        User held = regrouped(Someone.held(admin, new Desired.Inactive()));
        assertThat(held.isHeldToLeave()).isTrue();
        assertThat(desired(patched(held, ACTIVE))).isEqualTo(BUSINESS);
        User again = DRAFTS.revived(regrouped(stopped), DRAFTS.introduced(Samples.user(NAME)), on());
        assertThat(desired(again)).isEqualTo(BUSINESS);
    }

    @Test
    void a_demotion_that_a_guard_keeps_back_stays_kept_until_something_else_is_asked() {
        User admin = met(regrouped(SAID, "Admins"), AccountType.ADMIN);
        User left = regrouped(admin);
        assertThat(desired(left)).isEqualTo(active(Someone.ANALYST));
        User held = Someone.held(admin.saying(left.said()), desired(left));
        assertThat(regrouped(held)).isEqualTo(held);
        User echoed = DRAFTS.replaced(held, shown(held).with("title", "Chef"), on());
        assertThat(echoed.held()).isEqualTo(held.held());
        assertThat(echoed.said().document().text("title")).isEqualTo("Chef");
        User back = regrouped(echoed, "Admins");
        assertThat(back.held()).isNull();
        assertThat(desired(back)).isEqualTo(active(AccountType.ADMIN));
    }

    private static final String ACTIVE = "{'op':'replace','path':'active','value':true}";
    private static final String LEAVE = "{'op':'replace','path':'active','value':false}";

    private static User regrouped(User user, String... groups) {
        return DRAFTS.regrouped(user, on(groups));
    }

    private static User patched(User user, String operation, String... groups) {
        return DRAFTS.patched(user, Samples.patch(operation, ResourceSchema.USER), on(groups));
    }

    private static Drafts.Occasion on(String... groups) {
        return new Drafts.Occasion(
                "okta", NOW, List.of(groups).stream().map(Teams::called).toList());
    }

    /** The same person once a listing has shown them so. */
    private static User met(User user, AccountType type) {
        Observation seen = active(user, type);
        return user.observed(seen).wishing(user.wish().seeing(seen)).on(Someone.course(State.SETTLED));
    }

    private static Observation active(User user, AccountType type) {
        return Observation.of(
                new Observed.Active(Someone.uid(user.identity().address().value()), type));
    }

    private static Desired.Active active(AccountType type) {
        return new Desired.Active(type, AccountType.BUSINESS);
    }

    private static Document shown(User user) {
        return Samples.user(PRESENTATION.of(user).json().replace("'", "’"));
    }

    private static Desired desired(User user) {
        return user.wish().desired();
    }
}
