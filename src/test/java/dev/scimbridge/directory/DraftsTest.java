package dev.scimbridge.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.scimbridge.lifecycle.AccountType;
import dev.scimbridge.lifecycle.Address;
import dev.scimbridge.lifecycle.Desired;
import dev.scimbridge.lifecycle.Observation;
import dev.scimbridge.lifecycle.Observed;
import dev.scimbridge.lifecycle.State;
import dev.scimbridge.scim.Document;
import dev.scimbridge.scim.Samples;
import dev.scimbridge.scim.ScimProblem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What POST, PUT and DELETE make of a record. */
class DraftsTest {
    private static final AccountTypeRules RULES = AccountTypeRules.DEFAULT;
    private static final Presentation PRESENTATION = new Presentation(RULES);
    private static final Drafts DRAFTS = new Drafts(RULES, PRESENTATION, AddressRules.ANY);
    private static final Instant NOW = Someone.NOON.plus(Duration.ofHours(1));
    private static final Drafts.Occasion ON = new Drafts.Occasion("okta", NOW, List.of());
    private static final String FULL = "{'userName':'Max@acme.io','externalId':'00u1','title':'Cook','nickName':'Maxi',"
            + "'roles':[{'value':'DEVELOPER','primary':true}]}";
    private static final User MAX = Someone.managed("max@acme.io", AccountType.DEVELOPER, FULL);

    @ParameterizedTest(name = "{0} {1} -> {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {'userName':'Max@Acme.io'}                                                                  | max@acme.io | max@acme.io
            {'userName':'max','emails':[{'value':'max@acme.io'}]}                                       | max@acme.io | max@acme.io
            {'userName':'max','emails':[{'value':'x@y.io'},{'value':'max@acme.io','primary':true}]}     | max@acme.io | max@acme.io
            {'userName':'max','emails':[{'value':'x@y.io'},{'value':'max@acme.io'}]}                    |             |
            {'userName':'max'}                                                                          |             |
            {'userName':'max@login.io','emails':[{'value':'max@acme.io','primary':true}]}               | max@login.io| max@acme.io
            {'userName':'max@login.io','emails':[{'value':'no address','primary':true}]}                | max@login.io| max@login.io
            """)
    void the_address_is_the_user_name_or_else_the_primary_or_only_email(String sent, String usual, String emailFirst) {
        assertAddress(DRAFTS, sent, usual);
        assertAddress(
                new Drafts(RULES, PRESENTATION, new AddressRules(true, AddressRules.Rename.ALIAS, Set.of())),
                sent,
                emailFirst);
    }

    private static void assertAddress(Drafts drafts, String sent, String expected) {
        if (expected == null) {
            assertThatExceptionOfType(ScimProblem.class)
                    .isThrownBy(() -> drafts.addresses().address(Samples.user(sent)))
                    .satisfies(problem -> assertThat(problem.detail()).contains("userName", "emails"));
        } else {
            assertThat(drafts.addresses().address(Samples.user(sent))).isEqualTo(Address.of(expected));
        }
    }

    @Test
    void a_post_begins_from_nothing_whatever_was_said_before() {
        User deleted = DRAFTS.deleted(MAX, ON);
        User back = DRAFTS.revived(
                deleted,
                DRAFTS.introduced(Samples.user("{'userName':'max@acme.io'}")),
                new Drafts.Occasion("entra", NOW, List.of()));
        assertThat(back.said().document()).isEqualTo(Samples.user("{'userName':'max@acme.io'}"));
        assertThat(back.said().connection()).isEqualTo("entra");
        assertThat(desired(back)).isEqualTo(new Desired.Active(null, AccountType.BUSINESS));
        assertThat(back.id()).isEqualTo(MAX.id());
    }

    @Test
    void a_person_created_inactive_is_not_desired_there() {
        User user = DRAFTS.created(
                MAX.identity(), DRAFTS.introduced(Samples.user("{'userName':'max@acme.io','active':false}")), ON);
        assertThat(desired(user)).isEqualTo(new Desired.Inactive());
    }

    @Test
    void what_was_read_and_is_put_back_says_nothing() {
        for (User user : new User[] {
            MAX,
            Someone.member("max@acme.io", AccountType.DEVELOPER),
            Someone.invited("max@acme.io", Someone.ANALYST, "{'userName':'max@acme.io','userType':'Employee'}"),
            Someone.managed("max@acme.io", AccountType.BUSINESS, FULL).on(Someone.course(State.DRIFT)),
        }) {
            User next = DRAFTS.replaced(user, shown(user), ON);
            assertThat(next.said().document()).isEqualTo(user.said().document());
            assertThat(PRESENTATION.core(next).done().without("active"))
                    .isEqualTo(PRESENTATION.core(user).done().without("active"));
        }
    }

    @Test
    void an_echo_with_one_change_says_that_change_and_no_derived_name_or_role() {
        User found = Someone.member("max@acme.io", AccountType.DEVELOPER);
        User next = DRAFTS.replaced(found, shown(found).with("title", "Cook"), ON);
        assertThat(next.said().document()).isEqualTo(Samples.user("{'title':'Cook'}"));
        assertThat(desired(next)).isEqualTo(new Desired.Active(null, AccountType.BUSINESS));

        User renamed = next.known(new Account("max@acme.io", "Maximilian Weber", "u1"));
        assertThat(PRESENTATION.of(renamed).text("name.familyName")).isEqualTo("Weber");
    }

    @Test
    void a_put_clears_what_it_leaves_out_but_not_who_they_are_and_what_they_may_do() {
        String rich = FULL.replace("}]}", "}],'userType':'Employee','entitlements':[{'value':'seat'}]}");
        User user = Someone.managed("max@acme.io", AccountType.DEVELOPER, rich);
        User next = DRAFTS.replaced(user, Samples.user("{'userName':'Max@acme.io','title':'Chef'}"), ON);
        Document said = next.said().document();
        assertThat(said.text("title")).isEqualTo("Chef");
        assertThat(said.has("nickName")).isFalse();
        assertThat(said.text("externalId")).isEqualTo("00u1");
        for (String kept : new String[] {"roles", "entitlements", "userType"}) {
            assertThat(said.same(kept, user.said().document())).as(kept).isTrue();
        }
        assertThat(next.wish()).isEqualTo(user.wish());
    }

    @ParameterizedTest
    @ValueSource(strings = {"as shown", "left out"})
    void a_user_type_that_changes_alone_is_what_was_meant(String roles) {
        Document echo = shown(MAX).with("userType", "ANALYST");
        Document sent = roles.equals("as shown") ? echo : echo.without("roles");
        User next = DRAFTS.replaced(MAX, sent, ON);
        assertThat(desired(next)).isEqualTo(new Desired.Active(Someone.ANALYST, AccountType.BUSINESS));
        assertThat(PRESENTATION.of(next).text("userType")).isEqualTo("ANALYST");
    }

    @Test
    void inactive_shown_because_they_were_disabled_there_comes_back_among_other_changes_as_an_echo() {
        User drifted = Someone.gone(MAX).on(Someone.course(State.DRIFT));
        assertThat(shown(drifted).truth("active")).isFalse();
        User changed = DRAFTS.replaced(drifted, shown(drifted).with("title", "Chef"), ON);
        assertThat(desired(changed)).isEqualTo(desired(MAX));
        User alone = DRAFTS.replaced(drifted, shown(drifted), ON);
        assertThat(desired(alone)).isEqualTo(new Desired.Inactive());
    }

    @Test
    void a_type_changed_by_hand_comes_back_as_an_echo_and_is_not_changed_back() {
        Observation byHand = Observation.of(new Observed.Active(Someone.uid("max@acme.io"), AccountType.BUSINESS));
        User drifted = MAX.observed(byHand).on(Someone.course(State.DRIFT));
        assertThat(shown(drifted).text("userType")).isEqualTo("BUSINESS");
        User changed = DRAFTS.replaced(drifted, shown(drifted).with("title", "Chef"), ON);
        assertThat(changed.wish()).isEqualTo(drifted.wish());
        User retyped = DRAFTS.replaced(drifted, shown(drifted).with("userType", "ANALYST"), ON);
        assertThat(desired(retyped)).isEqualTo(new Desired.Active(Someone.ANALYST, AccountType.BUSINESS));
    }

    @Test
    void active_shown_because_a_guard_holds_them_comes_back_among_other_changes_as_an_echo() {
        User held = Someone.held(MAX, new Desired.Inactive());
        assertThat(shown(held).truth("active")).isTrue();
        User changed = DRAFTS.replaced(held, shown(held).with("title", "Chef"), ON);
        assertThat(changed.held()).isEqualTo(held.held());
        assertThat(changed.said().document().text("title")).isEqualTo("Chef");
        User alone = DRAFTS.replaced(held, shown(held), ON);
        assertThat(alone.held()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"'roles':[{'value':'No such role'}]", "'emails':[{'value':'other@acme.io'}]", "'title':'Chef'"})
    void a_leaver_is_never_refused_for_the_company_it_comes_in(String company) {
        Document sent = Samples.user("{'userName':'max@acme.io','active':false," + company + "}");
        User next = DRAFTS.replaced(MAX, sent, ON);
        assertThat(desired(next)).isEqualTo(new Desired.Inactive());
        assertThat(next.identity()).isEqualTo(MAX.identity());
        assertThat(desired(DRAFTS.revived(Someone.gone(MAX), DRAFTS.introduced(sent), ON)))
                .isEqualTo(new Desired.Inactive());
    }

    @Test
    void a_role_that_means_nothing_is_refused_of_anybody_else() {
        Document sent = Samples.user("{'userName':'max@acme.io','roles':[{'value':'No such role'}]}");
        assertThatExceptionOfType(ScimProblem.class).isThrownBy(() -> DRAFTS.replaced(MAX, sent, ON));
        assertThatExceptionOfType(ScimProblem.class).isThrownBy(() -> DRAFTS.introduced(sent));
    }

    @Test
    void a_put_without_a_user_name_is_refused() {
        assertThatExceptionOfType(ScimProblem.class)
                .isThrownBy(() -> DRAFTS.replaced(MAX, Samples.user("{'title':'Chef'}"), ON));
    }

    @Test
    void a_delete_keeps_the_record_and_lets_go_of_what_was_held() {
        User next = DRAFTS.deleted(Someone.held(MAX, new Desired.Inactive()), ON);
        assertThat(desired(next)).isEqualTo(new Desired.Deleted());
        assertThat(next.held()).isNull();
        assertThat(next.said().document()).isEqualTo(MAX.said().document());
    }

    /** As a client gets it and sends it back: what only the server writes is dropped by the reader. */
    private static Document shown(User user) {
        return Samples.user(PRESENTATION
                .of(user, (endpoint, id) -> "https://here/" + endpoint + "/1")
                .json()
                .replace("'", "’"));
    }

    private static Desired desired(User user) {
        return user.wish() == null ? null : user.wish().desired();
    }
}
