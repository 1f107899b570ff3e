package dev.scimbridge.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.scimbridge.lifecycle.AccountType;
import dev.scimbridge.lifecycle.Desired;
import dev.scimbridge.lifecycle.Observation;
import dev.scimbridge.lifecycle.Observed;
import dev.scimbridge.lifecycle.State;
import dev.scimbridge.scim.Document;
import dev.scimbridge.scim.Samples;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Section 4 of the design: what is said, and what is shown. */
class PresentationTest {
    private static final Presentation PRESENTATION = new Presentation(AccountTypeRules.DEFAULT);

    @ParameterizedTest(name = "{0} {1}: {3}, {4}")
    @CsvSource(quoteCharacter = '"', textBlock = """
            max@acme.io,               Max Miller,    Max Miller,    Max,      Miller
            max@acme.io,               Ana de la Paz, Ana de la Paz, Ana de la, Paz
            max@acme.io,               Cher,          Cher,          Cher,     Cher
            max.van_der-berg@acme.io,  ,              max van der berg, max van der, berg
            max@acme.io,               "  ",          max,           max,      max
            ...@acme.io,               ,              ...@acme.io,   ...@acme.io, ...@acme.io
            """)
    void names_are_made_of_what_there_is(String address, String name, String formatted, String given, String family) {
        Document shown = PRESENTATION.of(Someone.called(address).known(new Account(address, name, null)));
        assertThat(shown.text("name.formatted")).isEqualTo(formatted);
        assertThat(shown.text("name.givenName")).isEqualTo(given);
        assertThat(shown.text("name.familyName")).isEqualTo(family);
    }

    @Test
    void of_somebody_found_in_the_workspace_all_that_is_known_is_shown() {
        Document shown = PRESENTATION.of(
                Someone.member("Max@Acme.io", AccountType.DEVELOPER),
                (endpoint, id) -> "https://here/" + endpoint + "/1");
        assertThat(shown.text("userName")).isEqualTo("Max@Acme.io");
        assertThat(shown.truth("active")).isTrue();
        assertThat(shown.text("userType")).isEqualTo("DEVELOPER");
        assertThat(shown.elements("emails")).hasSize(1);
        assertThat(shown.elements("emails").get(0).text("value")).isEqualTo("Max@Acme.io");
        assertThat(shown.elements("emails").get(0).truth("primary")).isTrue();
        assertThat(shown.text("meta.location")).isEqualTo("https://here/Users/1");
        assertThat(shown.text("meta.version")).isEqualTo("W/\"1\"");
        assertThat(shown.text(Presentation.EXTENSION + ":state")).isEqualTo("unmanaged");
        assertThat(shown.text(Presentation.EXTENSION + ":workspaceUid")).isEqualTo("uid-of-Max@Acme.io");
    }

    @ParameterizedTest(name = "{0}, {1}, {2}: active {3}")
    @CsvSource(textBlock = """
            active,   active,  settled,            true
            active,   active,  pending,            true
            active,   invited, waiting-for-signup, true
            active,   absent,  pending,            true
            active,   absent,  refused,            true
            active,   gone,    pending,            true
            active,   gone,    drift,              false
            active,   gone,    needs-hand,         false
            active,   expired, needs-hand,         true
            active,   active,  drift,              true
            inactive, active,  pending,            false
            inactive, invited, armed,              false
            inactive, gone,    settled,            false
            nobody,   active,  unmanaged,          true
            nobody,   invited, unmanaged,          true
            nobody,   expired, unmanaged,          true
            nobody,   gone,    unmanaged,          false
            """)
    void active_is_what_is_desired_unless_they_have_been_seen_gone(
            String wish, String observed, String state, boolean active) {
        User user = Someone.called("max@acme.io")
                .observed(Observation.of(observed(observed)))
                .on(Someone.course(State.of(state)));
        User wished = switch (wish) {
            case "active" -> user.wishing(Someone.met(Someone.active(null)));
            case "inactive" -> user.wishing(Someone.met(new Desired.Inactive()));
            default -> user;
        };
        assertThat(PRESENTATION.of(wished).truth("active")).isEqualTo(active);
        assertThat(Presentation.isActive(Someone.held(wished, new Desired.Inactive())))
                .as("held: not yet done")
                .isTrue();
    }

    @ParameterizedTest(name = "desired {0}, {1}, {2}: {3}")
    @CsvSource(textBlock = """
            DEVELOPER, active,  pending,            DEVELOPER
            DEVELOPER, active,  drift,              BUSINESS
            DEVELOPER, invited, waiting-for-signup, DEVELOPER
            DEVELOPER, gone,    drift,              DEVELOPER
            ,          active,  settled,            BUSINESS
            ,          absent,  pending,            ANALYST
            """)
    void the_type_is_the_desired_one_until_it_is_drift(String desired, String observed, String state, String shown) {
        AccountType type = desired == null ? null : new AccountType(desired);
        User user = Someone.called("max@acme.io")
                .observed(Observation.of(observed(observed)))
                .wishing(Someone.met(new Desired.Active(type, Someone.ANALYST)))
                .on(Someone.course(State.of(state)));
        Document document = PRESENTATION.of(user);
        assertThat(document.text("userType")).isEqualTo(shown);
        assertThat(document.elements("roles")).hasSize(1);
        assertThat(document.elements("roles").get(0).text("value")).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {'displayName':'nothing about roles'}
            {'roles':[{'value':'DEVELOPER'}]}
            {'roles':[{'value':'developer'},{'value':'BUSINESS','primary':true}]}
            {'roles':[{'value':'Reader','primary':true}]}
            {'roles':[{'value':'Reader','primary':true},{'value':'ADMIN'}]}
            {'roles':[{'value':'ADMIN'},{'value':'BUSINESS'},{'value':'ADMIN'}]}
            {'roles':[{'value':'ADMIN','type':'a'},{'value':'ADMIN','type':'b'}]}
            {'entitlements':[{'value':'ADMIN'}],'userType':'Employee'}
            """)
    void exactly_one_role_is_primary_and_it_is_the_account_type(String said) {
        Document shown = PRESENTATION.of(Someone.managed("max@acme.io", AccountType.DEVELOPER, said));
        List<Document> primary = shown.elements("roles").stream()
                .filter(role -> Boolean.TRUE.equals(role.truth("primary")))
                .toList();
        assertThat(primary).hasSize(1);
        assertThat(primary.get(0).text("value")).isEqualTo("DEVELOPER");
    }

    @Test
    void a_user_type_that_means_nothing_here_is_kept() {
        assertThat(PRESENTATION
                        .of(Someone.managed("max@acme.io", AccountType.DEVELOPER, "{'userType':'Employee'}"))
                        .text("userType"))
                .isEqualTo("Employee");
        assertThat(PRESENTATION
                        .of(Someone.managed("max@acme.io", AccountType.DEVELOPER, "{'userType':'ADMIN'}"))
                        .text("userType"))
                .isEqualTo("DEVELOPER");
    }

    @Test
    void what_was_said_is_never_replaced_by_what_is_derived() {
        String said = "{'userName':'mm','name':{'givenName':'M'},'emails':[{'value':'m@home.org'}],'title':'Cook'}";
        Document shown = PRESENTATION
                .core(Someone.managed("max@acme.io", AccountType.DEVELOPER, said))
                .done();
        Document expected = Samples.user(said);
        for (String attribute : expected.attributes()) {
            assertThat(shown.same(attribute, expected)).as(attribute).isTrue();
        }
    }

    private static Observed observed(String word) {
        return switch (word) {
            case "active" -> new Observed.Active("u1", AccountType.BUSINESS);
            case "invited" -> new Observed.Invited(AccountType.BUSINESS);
            case "expired" -> new Observed.Expired(AccountType.BUSINESS);
            case "gone" -> new Observed.Gone();
            default -> new Observed.Absent();
        };
    }
}
