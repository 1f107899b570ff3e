package dev.scimbridge.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.scimbridge.lifecycle.AccountType;
import dev.scimbridge.scim.Criterion;
import dev.scimbridge.scim.Document;
import dev.scimbridge.scim.Ordering;
import dev.scimbridge.scim.ResourceSchema;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CatalogueTest {
    private static final AccountType AUDITOR = new AccountType("AUDITOR");
    private static final AccountType ZEALOT = new AccountType("ZEALOT");
    private static final AccountTypeRules RULES = new AccountTypeRules(
            null,
            Set.of(ZEALOT, AccountType.BUSINESS, AUDITOR, AccountType.ADMIN),
            List.of(AccountType.BUSINESS, AccountType.ADMIN),
            Map.of(),
            Map.of());
    private static final Catalogue ROLES = new Catalogue(RULES, ResourceSchema.ROLE);

    @Test
    void what_may_be_granted_is_there_by_rank_and_what_has_none_comes_last() {
        assertThat(RULES.granted()).containsExactly(AccountType.BUSINESS, AccountType.ADMIN, AUDITOR, ZEALOT);
        assertThat(AccountTypeRules.DEFAULT.granted()).isEqualTo(AccountTypeRules.DOCUMENTED);
        assertThat(ROLES.find(Query.page(null, null, 1, 10)).items()).isEqualTo(RULES.granted());
    }

    @Test
    void what_may_not_be_granted_is_not_there() {
        assertThat(ROLES.find("ADMIN")).isEqualTo(AccountType.ADMIN);
        assertThat(ROLES.find("DEVELOPER")).isNull();
        assertThat(ROLES.find("admin")).isNull();
    }

    /** What a client reads here as an id it can send as the value of a role. */
    @Test
    void every_id_is_a_role_that_the_rules_read() {
        for (AccountType type : RULES.granted()) {
            String id = ROLES.document(type, Locations.NONE).text("id");
            assertThat(RULES.read(id)).isEqualTo(type);
        }
    }

    @Test
    void a_type_is_shown_in_words_and_an_entitlement_says_that_it_is_one() {
        AccountType type = new AccountType("WORKSPACE_ADMIN");
        Document role = ROLES.document(type, (endpoint, id) -> "https://x/" + endpoint + "/" + id);
        assertThat(role.json())
                .isEqualTo("{\"id\":\"WORKSPACE_ADMIN\",\"displayName\":\"Workspace admin\",\"description\":"
                        + "\"Gives a person the account type WORKSPACE_ADMIN in the workspace, which is a privileged one.\","
                        + "\"meta\":{\"resourceType\":\"Role\",\"location\":\"https://x/Roles/WORKSPACE_ADMIN\"}}");
        Document entitlement = new Catalogue(RULES, ResourceSchema.ENTITLEMENT).document(type, Locations.NONE);
        assertThat(entitlement.text("type")).isEqualTo("Entitlement");
        assertThat(entitlement.text("meta.resourceType")).isEqualTo("Entitlement");
    }

    @Test
    void types_are_filtered_sorted_and_cut_as_people_are() {
        Criterion privileged = Criterion.parse("description co \"privileged\"", ResourceSchema.ROLE);
        assertThat(ROLES.find(Query.page(privileged, null, 1, 10)).items()).containsExactly(AccountType.ADMIN);
        Ordering byName = Ordering.by("displayName", "descending", ResourceSchema.ROLE);
        Page<AccountType> page = ROLES.find(Query.page(null, byName, 2, 2));
        assertThat(page.items()).containsExactly(AccountType.BUSINESS, AUDITOR);
        assertThat(page.total()).isEqualTo(4);
        assertThat(ROLES.find(new Query(null, byName, 1, page.last(), 5)).items())
                .containsExactly(AccountType.ADMIN);
    }
}
