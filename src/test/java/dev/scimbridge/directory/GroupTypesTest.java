package dev.scimbridge.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.scimbridge.directory.AccountTypeRules.Decision;
import dev.scimbridge.lifecycle.AccountType;
import dev.scimbridge.scim.Document;
import dev.scimbridge.scim.Folded;
import dev.scimbridge.scim.Samples;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What groups say of account types (section 5 of the design). */
class GroupTypesTest {
    private static final Map<String, AccountType> MAPPED = Map.of(
            Folded.of("Platform Team"), AccountType.ADMIN,
            Folded.of("İT"), AccountType.DEVELOPER,
            Folded.of("Analyst"), AccountType.DEVELOPER,
            Folded.of("Read only"), new AccountType("READ_ONLY"));
    private static final AccountTypeRules RULES =
            new AccountTypeRules(AccountType.BUSINESS, Set.of(), List.of(), Map.of(), MAPPED);
    private static final AccountTypeRules CEILING = new AccountTypeRules(
            AccountType.BUSINESS,
            Set.of(AccountType.DEVELOPER, AccountType.BUSINESS, new AccountType("CUSTOM")),
            List.of(),
            Map.of(),
            MAPPED);

    @ParameterizedTest(name = "in {0}, said {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            platform team            | {'roles':[{'value':'DEVELOPER'}]}        | ADMIN     | groups: platform team
            iT,PLATFORM TEAM         | {'userType':'BUSINESS'}                  | ADMIN     | groups: PLATFORM TEAM
            iT                       | {'roles':[{'value':'ADMIN'}]}            | DEVELOPER | groups: iT
            analyst                  | {}                                       | DEVELOPER | groups: analyst
            Business                 | {}                                       | BUSINESS  | groups: Business
            business,Sandbox_User    | {}                                       | SANDBOX_USER | groups: Sandbox_User
            Admin,BILLING_ADMIN      | {}                                       |           |
            Admin                    | {'roles':[{'value':'DEVELOPER'}]}        | DEVELOPER | roles: DEVELOPER
            Everyone,Developers      | {'userType':'ANALYST'}                   | ANALYST   | userType: ANALYST
            read only,Business       | {}                                       | BUSINESS  | groups: Business
            """)
    void mapped_groups_win_the_highest_first_and_a_privileged_type_needs_a_mapping(
            String groups, String said, String type, String from) {
        Decision decision = RULES.decide(Samples.user(said), groups(groups));
        assertThat(decision.type()).isEqualTo(type == null ? null : new AccountType(type));
        assertThat(decision.from()).isEqualTo(from);
    }

    @ParameterizedTest(name = "in {0}, said {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            platform team      | {'roles':[{'value':'BUSINESS'}]} | BUSINESS  | roles: BUSINESS (groups: platform team is passed over: ADMIN is not grantable)
            platform team,İT   | {}                               | DEVELOPER | groups: İT (groups: platform team is passed over: ADMIN is not grantable)
            platform team      | {}                               |           | groups: platform team is passed over: ADMIN is not grantable
            Sandbox_User       | {}                               |           | groups: Sandbox_User is passed over: SANDBOX_USER is not grantable
            Custom             | {}                               | CUSTOM    | groups: Custom
            Nothing            | {'roles':[{'value':'ADMIN'}]}    |           | roles: ADMIN is passed over: ADMIN is not grantable
            """)
    void what_is_above_the_ceiling_is_passed_over_and_said_so(String groups, String said, String type, String from) {
        Decision decision = CEILING.decide(Samples.user(said), groups(groups));
        assertThat(decision.type()).isEqualTo(type == null ? null : new AccountType(type));
        assertThat(decision.from()).isEqualTo(from);
    }

    @Test
    void a_group_speaks_if_being_in_it_says_something_even_what_is_passed_over() {
        assertThat(Stream.of("PLATFORM team", "it", "İT", "Business", "business ", "Admin", "Everyone", "")
                        .filter(name -> CEILING.speaks(Teams.called(name))))
                .containsExactly("PLATFORM team", "it", "İT", "Business", "business ");
    }

    @Test
    void the_role_that_was_said_is_not_what_decided_where_a_group_did() {
        Document said = Samples.user("{'roles':[{'value':'ANALYST'}]}");
        assertThat(RULES.decide(said, groups("İT")).role()).isNull();
        assertThat(RULES.decide(said, List.of()).role()).isNotNull();
    }

    private static List<Group> groups(String names) {
        return Stream.of(names.split(",")).map(Teams::called).toList();
    }
}
