package dev.scimbridge.scim;

import static dev.scimbridge.scim.Samples.BARBARA;
import static dev.scimbridge.scim.Samples.group;
import static dev.scimbridge.scim.Samples.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.scimbridge.scim.Criterion.Equality;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CriterionTest {
    private static final String E = ResourceSchema.ENTERPRISE_USER + ":";

    private static Criterion parse(String filter) {
        return Criterion.parse(filter.replace('\'', '"').replace("E:", E), ResourceSchema.USER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "userName eq 'BJENSEN@example.com'",
                "USERNAME EQ 'bjensen@example.com'",
                "urn:ietf:params:scim:schemas:core:2.0:User:userName eq 'bjensen@example.com'",
                "URN:ietf:params:scim:schemas:core:2.0:USER:username sw 'BJ'",
                "userName ne 'x'",
                "preferredLanguage ne 'x'",
                "photos.type ne 'x'",
                "name.familyName co 'ENS'",
                "name.familyName ew 'SEN'",
                "name.familyName sw 'jen'",
                "name.familyName ge 'jensen' and name.familyName le 'JENSEN'",
                "name.familyName gt 'a' and name.familyName lt 'z'",
                "externalId eq '00uAbC'",
                "externalId ne '00UABC'",
                "title pr",
                "emails pr",
                "name pr",
                "not (photos pr)",
                "photos eq null",
                "title ne null",
                "shoeSize eq null",
                "not (shoeSize eq '9')",
                "shoeSize ne '9'",
                "active eq true",
                "active eq 'True'",
                "active ne false",
                "emails eq 'babs@HOME.org'",
                "emails.type eq 'home'",
                "emails.type ne 'home'",
                "emails[type eq 'work' and value co '@example.com']",
                "emails[not (type eq 'home') and primary eq 'True']",
                "roles eq 'admin'",
                "manager eq 'm1'",
                "E:manager eq 'm1'",
                "E:manager.value eq 'm1'",
                "E:department eq 'tours' and manager pr",
                "manager[value eq 'm1']",
                "meta.resourceType eq 'User'",
                "meta.created gt '2015-10-10T14:38:21.8617979-07:00'",
                "META.CREATED eq '2020-01-23T05:56:22+01:00'",
                "meta.lastModified gt '2026-05-13'",
                "meta.lastModified lt '2026-05-13T04:42:34.2500001Z'",
                "meta.lastModified ge '2026-05-13T04:42:34.25Z'",
                "meta.created co '2020-01'",
                "schemas eq 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'",
                "title eq 'no' or userName sw 'bj' and active eq true",
                "userName sw 'bj' and active eq true or title eq 'no'",
                "not (userName eq 'a') and (title pr or nickName sw 'b')",
                "id eq '2819c223-7f76-453a-919d-413861904646'"
            })
    void it_matches(String filter) {
        assertThat(parse(filter).matches(BARBARA)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "userName eq 'bjensen'",
                "externalId eq '00UABC'",
                "id eq '2819C223-7F76-453A-919D-413861904646'",
                "photos pr",
                "title eq null",
                "shoeSize eq '9'",
                "shoeSize pr",
                "shoeSize gt '9'",
                "shoeSize[a eq '9']",
                "urn:x:2.0:User:tag eq 't'",
                "active eq false",
                "active eq 'FALSE'",
                "emails[type eq 'home' and value co '@example.com']",
                "emails[shoeSize eq 'x']",
                "emails.shoeSize eq 'x'",
                "manager eq 'm2'",
                "meta.created lt '2020-01-23T05:56:22+01:00'",
                "(title eq 'no' or userName sw 'bj') and active eq false",
                "title eq 'no' or userName sw 'bj' and active eq false",
                "not (title pr)",
                "state eq 'held'",
                "schemas eq 'urn:ietf:params:scim:schemas:core:2.0:Group'",
                "name.givenName eq 'Barbara' and name.givenName eq 'Babs'"
            })
    void it_does_not_match(String filter) {
        assertThat(parse(filter).matches(BARBARA)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "userName",
                "userName eq",
                "userName regex 'x'",
                "eq 'x'",
                "userName eq 'x",
                "userName eq 'x' and",
                "(userName pr",
                "userName pr)",
                "emails[type eq 'work'",
                "emails[]",
                "not userName pr",
                "userName eq 'a' 'b'",
                "active gt true",
                "active co 'tr'",
                "active eq 'perhaps'",
                "active sw true",
                "x509Certificates.value gt 'a'",
                "name eq 'Barbara'",
                "title gt null",
                "meta.created gt 'yesterday'",
                "userName eq [1]",
                "userName eq {'a':1}",
                "userName[a eq 'b']",
                "name.given.first eq 'x'",
                "emails[type eq 'work'].value eq 'x'",
                "userName eq bob"
            })
    void what_cannot_be_read_is_an_invalid_filter(String filter) {
        ScimProblem problem = Problems.of(() -> parse(filter));
        assertThat(problem.status()).isEqualTo(400);
        assertThat(problem.scimType()).isEqualTo("invalidFilter");
        assertThat(problem.detail()).isNotBlank().doesNotContain("REDACTED").doesNotContain("unboundid");
    }

    @Test
    void length_and_depth_have_their_bounds() {
        // RF-61
        for (String hostile : new String[] {
            "(".repeat(5000) + "title pr" + ")".repeat(5000),
            "not (".repeat(200) + "title pr" + ")".repeat(200),
            "emails[".repeat(2000),
            "title eq \"" + "x".repeat(10_000) + "\"",
            "title eq \"" + "\\".repeat(8000)
        }) {
            assertThat(Problems.of(() -> parse(hostile)).scimType()).isEqualTo("invalidFilter");
        }
        String chain = "title pr or nickName pr and ".repeat(250) + "title pr";
        assertThat(parse(chain).matches(BARBARA)).isTrue();
        assertThat(parse("not (".repeat(49) + "title pr" + ")".repeat(49)).matches(BARBARA))
                .isFalse();
    }

    @Test
    void literals_keep_their_characters() {
        // OK-51
        Document odd = user("{'userName':'a+b\\u0027c\\\"d\\\\e\\u00e9'}");
        Criterion same = Criterion.parse("userName eq \"a+b'c\\\"d\\\\eé\"", ResourceSchema.USER);
        assertThat(same.matches(odd)).isTrue();
        assertThat(Criterion.parse("title eq 7", ResourceSchema.USER).matches(user("{'title':'7'}")))
                .isTrue();
    }

    @Test
    void groups_are_asked_in_the_same_way() {
        Document group = group("{'displayName':'Tour Guides','members':[{'value':'u1'},{'value':'u2'}]}");
        for (String filter : new String[] {
            "members eq 'u2'", "members.value eq 'u1'", "members[value eq 'u1']", "displayname eq 'tour guides'"
        }) {
            assertThat(Criterion.parse(filter.replace('\'', '"'), ResourceSchema.GROUP)
                            .matches(group))
                    .as(filter)
                    .isTrue();
        }
        assertThat(Criterion.parse("members eq \"u3\"", ResourceSchema.GROUP).matches(group))
                .isFalse();
    }

    @Test
    void a_condition_is_one_equality_on_text_and_nothing_else() {
        assertThat(parse("UserName EQ 'A'").condition()).isEqualTo(new Equality("username", "A"));
        assertThat(parse("(externalId eq 'a\\u0020')").condition()).isEqualTo(new Equality("externalid", "a "));
        for (String more : List.of(
                "userName eq 'a' and title pr",
                "userName eq 'a' and userName eq 'b'",
                "userName eq 'a' or userName eq 'b'",
                "not (userName eq 'a')",
                "userName sw 'a'",
                "userName eq null",
                "externalId eq 7",
                "active eq true",
                "emails[value eq 'a']",
                "nobodyKnows eq 'a'")) {
            assertThat(parse(more).condition()).as(more).isNull();
        }
    }

    @Test
    void equalities_are_what_every_match_must_have() {
        assertThat(parse("UserName eq 'A' and (id eq 'B' and title pr) and emails eq 'C'")
                        .equalities())
                .containsExactly(
                        new Equality("username", "A"), new Equality("id", "B"), new Equality("emails.value", "C"));
        assertThat(parse("emails[type eq 'work' and value eq 'x']").equalities())
                .containsExactly(new Equality("emails.type", "work"), new Equality("emails.value", "x"));
        assertThat(parse("manager eq 'm'").equalities())
                .containsExactly(new Equality((E + "manager.value").toLowerCase(java.util.Locale.ROOT), "m"));
        assertThat(parse("userName eq 'a' or id eq 'b'").equalities()).isEmpty();
        assertThat(parse("not (userName eq 'a')").equalities()).isEmpty();
        assertThat(parse("userName eq null").equalities()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "members eq 'u1'",
                "MEMBERS.Value pr",
                "members[value eq 'u1' and display pr]",
                "not (displayName eq 'g' or (id eq 'x' and not (members.display sw 'a')))",
                "urn:ietf:params:scim:schemas:core:2.0:Group:members ne 'u1'",
                "URN:IETF:params:scim:schemas:core:2.0:group:members[value eq 'u1']"
            })
    void it_tells_that_it_speaks_of_members(String filter) {
        Criterion criterion = Criterion.parse(filter.replace('\'', '"'), ResourceSchema.GROUP);
        assertThat(criterion.mentions("members")).isTrue();
        assertThat(criterion.mentions(ResourceSchema.GROUP.urn() + ":MEMBERS")).isTrue();
        assertThat(criterion.mentions("externalId")).isFalse();
    }

    @Test
    void it_tells_what_it_does_not_speak_of() {
        assertThat(Criterion.parse("displayName eq \"members\" and not (id pr)", ResourceSchema.GROUP)
                        .mentions("members"))
                .isFalse();
        Criterion criterion = parse("manager eq 'm' or shoeSize pr or urn:x:2.0:User:emails pr or E:division.x pr");
        assertThat(criterion.mentions("manager")).isTrue();
        assertThat(criterion.mentions(E + "manager")).isTrue();
        assertThat(criterion.mentions(ResourceSchema.ENTERPRISE_USER)).isTrue();
        assertThat(criterion.mentions("emails")).isFalse();
        assertThat(criterion.mentions("shoeSize")).isFalse();
        assertThat(criterion.mentions("department")).isFalse();
    }
}
