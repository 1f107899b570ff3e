package dev.scimbridge.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.scimbridge.lifecycle.AccountType;
import dev.scimbridge.lifecycle.Desired;
import dev.scimbridge.lifecycle.State;
import dev.scimbridge.scim.Document;
import dev.scimbridge.scim.ResourceSchema;
import dev.scimbridge.scim.Samples;
import dev.scimbridge.scim.ScimProblem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What PATCH makes of a record. */
class DraftsPatchTest {
    private static final Presentation PRESENTATION = new Presentation(AccountTypeRules.DEFAULT);
    private static final Drafts DRAFTS = new Drafts(AccountTypeRules.DEFAULT, PRESENTATION, AddressRules.ANY);
    private static final Instant NOW = Someone.NOON.plus(Duration.ofHours(1));
    private static final Drafts.Occasion ON = new Drafts.Occasion("okta", NOW, List.of());
    private static final String SAID =
            "{'userName':'max@acme.io','title':'Cook','roles':[" + "{'value':'DEVELOPER','primary':true}]}";
    private static final User MAX = Someone.managed("max@acme.io", AccountType.DEVELOPER, SAID);
    private static final User FOUND = Someone.member("max@acme.io", AccountType.DEVELOPER);

    private static final String LEAVE = "{'op':'replace','path':'active','value':false}";
    private static final String STAY = "{'op':'replace','path':'active','value':true}";
    private static final String TITLE = "{'op':'replace','path':'title','value':'Chef'}";

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {'op':'add','path':'roles','value':[{'value':'ANALYST'}]}                                   | ANALYST
            {'op':'add','path':'roles','value':[{'value':'BUSINESS'},{'value':'ADMIN'}]}                | ADMIN
            {'op':'add','path':'roles','value':[{'value':'ANALYST'}]},{'op':'remove','path':'roles[value eq ^DEVELOPER^]'} | ANALYST
            {'op':'replace','path':'roles','value':[{'value':'BUSINESS'}]}                              | BUSINESS
            {'op':'replace','path':'userType','value':'ANALYST'}                                        | ANALYST
            {'op':'remove','path':'roles'},{'op':'replace','path':'userType','value':'ANALYST'}         | ANALYST
            """)
    void a_type_that_is_said_is_the_one_and_the_only_primary_role(String operations, String type) {
        User next = patched(MAX, operations.replace("^", "\\'"));
        assertThat(desired(next)).isEqualTo(new Desired.Active(new AccountType(type), AccountType.BUSINESS));
        Document shown = PRESENTATION.of(next);
        assertThat(shown.elements("roles").stream().filter(each -> Boolean.TRUE.equals(each.truth("primary"))))
                .hasSize(1);
        assertThat(shown.text("userType")).isEqualTo(type);
    }

    @Test
    void a_role_that_is_no_account_type_stays_beside_the_new_one() {
        User user = Someone.managed(
                "max@acme.io",
                AccountType.DEVELOPER,
                "{'userName':'max@acme.io','roles':[{'value':'Reader'},{'value':'DEVELOPER','primary':true}]}");
        assertThatExceptionOfType(ScimProblem.class)
                .as("named again by this write")
                .isThrownBy(() -> patched(user, "{'op':'add','path':'roles','value':[{'value':'ANALYST'}]}"));
    }

    @Test
    void a_role_taken_away_leaves_the_account_as_it_is() {
        User next = patched(MAX, "{'op':'remove','path':'roles'}");
        assertThat(next.said().document().has("roles")).isFalse();
        assertThat(desired(next)).isEqualTo(new Desired.Active(null, AccountType.BUSINESS));
        assertThat(PRESENTATION.of(next).text("userType")).isEqualTo("DEVELOPER");
    }

    @Test
    void whoever_is_found_in_the_workspace_is_managed_from_the_first_write_on_and_keeps_their_type() {
        User next = patched(FOUND, TITLE);
        assertThat(desired(next)).isEqualTo(new Desired.Active(null, AccountType.BUSINESS));
        assertThat(next.wish().fulfilled()).isTrue();
        assertThat(next.said().document()).isEqualTo(Samples.user("{'title':'Chef'}"));

        User away = patched(Someone.gone(FOUND), TITLE);
        assertThat(desired(away)).isEqualTo(new Desired.Inactive());
        assertThat(away.wish().fulfilled()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'op':'replace','path':'roles','value':[{'value':'No such role'}]}",
                "{'op':'replace','path':'userName','value':'0123456789abcdef0123456789abcdefmax@acme.io'}",
                "{'op':'add','path':'noSuchAttribute','value':'x'}"
            })
    void a_leaver_is_never_refused_for_the_company_it_comes_in(String company) {
        assertThat(desired(patched(MAX, company + "," + LEAVE))).isEqualTo(new Desired.Inactive());
        assertThat(desired(patched(MAX, LEAVE + "," + company))).isEqualTo(new Desired.Inactive());
    }

    @Test
    void a_patch_that_names_active_or_a_role_begins_the_wish_anew_and_another_does_not() {
        for (String anew : new String[] {STAY, "{'op':'replace','path':'roles','value':[{'value':'DEVELOPER'}]}"}) {
            User next = patched(MAX, anew);
            assertThat(next.wish().since()).as(anew).isEqualTo(NOW);
        }
        assertThat(patched(MAX, TITLE).wish()).isEqualTo(MAX.wish());
    }

    @Test
    void inactive_is_inactive_even_where_it_is_shown_already() {
        User drifted = Someone.gone(MAX).on(Someone.course(State.DRIFT));
        assertThat(desired(patched(drifted, LEAVE))).isEqualTo(new Desired.Inactive());
        assertThat(desired(patched(drifted, TITLE))).isEqualTo(desired(MAX));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                TITLE,
                "{'op':'replace','path':'roles','value':[{'value':'ANALYST'}]}",
                "{'op':'replace','path':'roles','value':[{'value':'DEVELOPER','primary':true}]}",
                "{'op':'replace','path':'userType','value':'ANALYST'}"
            })
    void whoever_is_held_to_leave_stays_held_whatever_else_is_said(String operation) {
        User held = Someone.held(MAX, new Desired.Inactive());
        User next = patched(held, operation);
        assertThat(next.held()).isEqualTo(held.held());
        assertThat(patched(held, STAY).held()).as("taken back").isNull();
    }

    @Test
    void a_role_is_still_recorded_for_somebody_who_is_leaving() {
        User left = Someone.gone(MAX).wishing(Someone.met(new Desired.Inactive()));
        User next = patched(left, "{'op':'replace','path':'roles','value':[{'value':'No such role'}]}");
        assertThat(desired(next)).isEqualTo(new Desired.Inactive());
        assertThat(next.said().document().elements("roles").get(0).text("value"))
                .isEqualTo("No such role");
    }

    private static User patched(User user, String operations) {
        return DRAFTS.patched(user, Samples.patch(operations, ResourceSchema.USER), ON);
    }

    private static Desired desired(User user) {
        return user.wish() == null ? null : user.wish().desired();
    }
}
