package dev.scimbridge.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.scimbridge.directory.AccountTypeRules.Decision;
import dev.scimbridge.lifecycle.AccountType;
import dev.scimbridge.scim.Samples;
import dev.scimbridge.scim.ScimProblem;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Section 5 of the design. */
class AccountTypeRulesTest {
    private static final AccountTypeRules RULES = new AccountTypeRules(
            AccountType.BUSINESS,
            Set.of(),
            List.of(new AccountType("READ_ONLY")),
            Map.of("data engineer", AccountType.DEVELOPER, "analyst", AccountType.BUSINESS),
            Map.of());
    private static final AccountTypeRules CEILING = new AccountTypeRules(
            AccountType.BUSINESS, Set.of(AccountType.DEVELOPER, AccountType.BUSINESS), List.of(), Map.of(), Map.of());

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {'roles':[{'value':'DEVELOPER'}]}                                                       | DEVELOPER | roles: DEVELOPER
            {'roles':[{'value':' developer '}]}                                                     | DEVELOPER | roles:  developer
            {'roles':[{'value':'ADMIN'},{'value':'BUSINESS','primary':true}]}                       | BUSINESS  | roles: BUSINESS
            {'roles':[{'value':'BUSINESS'},{'value':'ADMIN'},{'value':'DEVELOPER'}]}                | ADMIN     | roles: ADMIN
            {'roles':[{'value':'Nobody','primary':true},{'value':'DEVELOPER'}]}                     | DEVELOPER | roles: DEVELOPER
            {'roles':[{'value':'Data Engineer'}]}                                                   | DEVELOPER | roles: Data Engineer
            {'roles':[{'value':'ANALYST'}]}                                                         | BUSINESS  | roles: ANALYST
            {'roles':[{'value':'read_only'}]}                                                       | READ_ONLY | roles: read_only
            {'roles':[{'value':'BUSINESS'}],'entitlements':[{'value':'ADMIN'}],'userType':'ADMIN'}  | BUSINESS  | roles: BUSINESS
            {'entitlements':[{'value':'seat-7'},{'value':'BUSINESS'},{'value':'ADMIN'}]}            | ADMIN     | entitlements: ADMIN
            {'entitlements':[{'value':'DEVELOPER'}],'userType':'ADMIN'}                             | DEVELOPER | entitlements: DEVELOPER
            {'userType':'admin'}                                                                    | ADMIN     | userType: admin
            {'userType':'Employee'}                                                                 |           |
            {'roles':[{'value':'Nobody'}],'userType':'DEVELOPER'}                                   | DEVELOPER | userType: DEVELOPER
            {'userName':'max'}                                                                      |           |
            """)
    void the_first_that_says_something_wins(String said, String type, String from) {
        Decision decision = RULES.decide(Samples.user(said));
        assertThat(decision.type()).isEqualTo(type == null ? null : new AccountType(type));
        assertThat(decision.from() == null ? null : decision.from().strip()).isEqualTo(from);
    }

    @Test
    void a_role_that_means_nothing_is_refused_with_the_words_that_would_mean_something() {
        var said = Samples.user("{'roles':[{'value':'ADMIN','primary':true},{'value':'Nobody'}]}");
        assertThatExceptionOfType(ScimProblem.class)
                .isThrownBy(() -> RULES.check(said))
                .satisfies(problem -> {
                    assertThat(problem.status()).isEqualTo(400);
                    assertThat(problem.scimType()).isEqualTo("invalidValue");
                    assertThat(problem.detail()).contains("\"Nobody\"", "READ_ONLY", "DEVELOPER", "aliases");
                });
    }

    @Test
    void an_entitlement_or_a_user_type_may_mean_something_else_altogether() {
        RULES.check(Samples.user("{'entitlements':[{'value':'seat-7'}],'userType':'Employee'}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{'roles':[{'value':'ADMIN'}]}", "{'entitlements':[{'value':'ADMIN'}]}", "{'userType':'ADMIN'}"})
    void nothing_above_the_ceiling_is_granted_however_it_is_said(String said) {
        RULES.check(Samples.user(said));
        assertThatExceptionOfType(ScimProblem.class)
                .isThrownBy(() -> CEILING.check(Samples.user(said)))
                .satisfies(problem -> assertThat(problem.detail()).contains("ADMIN", "grantable"));
        CEILING.check(Samples.user(said.replace("ADMIN", "DEVELOPER")));
    }

    @Test
    void the_rank_of_the_documented_types_follows_that_of_the_settings() {
        assertThat(RULES.rank()).startsWith(new AccountType("READ_ONLY"), AccountType.ADMIN);
        assertThat(RULES.isLower(AccountType.ADMIN, AccountType.BUSINESS)).isTrue();
        assertThat(RULES.isLower(AccountType.BUSINESS, AccountType.ADMIN)).isFalse();
        assertThat(RULES.isLower(AccountType.BUSINESS, new AccountType("UNHEARD_OF")))
                .isTrue();
    }
}
