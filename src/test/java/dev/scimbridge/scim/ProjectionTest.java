package dev.scimbridge.scim;

import static dev.scimbridge.scim.Samples.BARBARA;
import static dev.scimbridge.scim.Samples.group;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProjectionTest {
    private static Document shown(@Nullable String attributes, @Nullable String excluded) {
        return Projection.of(attributes, excluded, ResourceSchema.USER).apply(BARBARA);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "userName | id,userName", // RF-22
                "USERNAME , Emails | id,userName,emails", // ME-63
                "password | id", // RF-24
                "id | id",
                "nothing,urn:x:2.0:User:tag, | id",
                "name.givenName | id,name",
                "urn:ietf:params:scim:schemas:core:2.0:User:title | id,title",
                "emails[type eq \"a,b]\"],title | id,title,emails",
                "meta.created | id,meta"
            })
    void attributes_choose_and_id_always_stays(String attributes, String wanted) {
        assertThat(shown(attributes, null).attributes()).containsExactlyInAnyOrder(wanted.split(","));
    }

    @Test
    void sub_attributes_can_be_chosen_in_lists_and_extensions() {
        Document shown = shown("emails.value,manager.value,name.familyName,photos.value", null);
        assertThat(shown.elements("emails"))
                .extracting(Document::json)
                .containsExactly("{\"value\":\"bjensen@example.com\"}", "{\"value\":\"babs@home.org\"}");
        assertThat(shown.text(ResourceSchema.ENTERPRISE_USER + ":manager.value"))
                .isEqualTo("m1");
        assertThat(shown.has(ResourceSchema.ENTERPRISE_USER + ":manager.displayName"))
                .isFalse();
        assertThat(shown.has(ResourceSchema.ENTERPRISE_USER + ":department")).isFalse();
        assertThat(shown("urn:ietf:params:scim:schemas:extension:enterprise:2.0:User", null)
                        .has(ResourceSchema.ENTERPRISE_USER + ":department"))
                .isTrue();
        assertThat(shown("addresses.postalCode", null).attributes()).containsExactly("id");
    }

    @Test
    void excluded_attributes_go_except_id() {
        // RF-23, ME-43
        assertThat(shown(null, "id,userName,schemas").attributes())
                .contains("id")
                .doesNotContain("userName");
        Document shown = shown(null, "emails.type,emails.primary,E".replace("E", ResourceSchema.ENTERPRISE_USER));
        assertThat(shown.elements("emails").get(0).attributes()).containsExactly("value");
        assertThat(shown.has(ResourceSchema.ENTERPRISE_USER)).isFalse();
        Document group = group("{'displayName':'g','members':['u1']}");
        assertThat(Projection.of("", "members", ResourceSchema.GROUP)
                        .apply(group)
                        .attributes())
                .containsExactly("displayName");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "- | - | true",
                "members | - | true",
                "displayName,Members.value | - | true",
                "urn:ietf:params:scim:schemas:core:2.0:Group:members | - | true",
                "displayName | - | false",
                "nothing | - | false",
                "- | MEMBERS | false",
                "- | urn:ietf:params:scim:schemas:core:2.0:Group:members | false",
                "- | members,members.value | false",
                "- | members.display | true",
                "- | displayName | true"
            })
    void it_tells_whether_members_need_to_be_there(
            @Nullable String attributes, @Nullable String excluded, boolean wanted) {
        // ME-43
        Projection projection = Projection.of(attributes, excluded, ResourceSchema.GROUP);
        assertThat(projection.shows("members")).isEqualTo(wanted);
        Document group = group("{'displayName':'g','members':[{'value':'u1','display':'One'}]}");
        assertThat(projection.apply(group).has("members")).isEqualTo(wanted);
    }

    @Test
    void what_always_stays_is_shown_and_extensions_go_by_their_urn() {
        assertThat(Projection.of("title", null, ResourceSchema.USER).shows("id"))
                .isTrue();
        assertThat(Projection.of(null, "id", ResourceSchema.USER).shows("id")).isTrue();
        assertThat(Projection.of("manager.value", null, ResourceSchema.USER).shows(ResourceSchema.ENTERPRISE_USER))
                .isTrue();
        assertThat(Projection.of(null, ResourceSchema.BRIDGE_USER, ResourceSchema.USER)
                        .shows(ResourceSchema.BRIDGE_USER))
                .isFalse();
    }

    @Test
    void nothing_asked_is_everything() {
        assertThat(shown(null, null)).isSameAs(BARBARA);
        assertThat(Projection.of(" ", "", ResourceSchema.USER)).isSameAs(Projection.ALL);
        assertThat(shown(null, "nothing")).isEqualTo(BARBARA);
    }

    @Test
    void both_at_once_and_what_is_no_name_are_refused() {
        // RF-25
        assertThat(Problems.of(() -> shown("title", "name")).scimType()).isEqualTo("invalidValue");
        for (String bad : List.of("a/b", "name..x", "a b", "a".repeat(9000))) {
            assertThat(Problems.of(() -> shown(bad, null)).scimType()).isEqualTo("invalidValue");
        }
    }
}
