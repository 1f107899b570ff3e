package dev.scimbridge.scim;

import static dev.scimbridge.scim.Samples.user;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OrderingTest {
    private static final List<Document> PEOPLE = List.of(
            user("{'userName':'b','externalId':'b','emails':[{'value':'z'},{'value':'a','primary':true}],'name':{'familyName':'Roe'}}")
                    .with("meta.created", "2026-01-01T02:00:00+02:00"),
            user("{'userName':'C','externalId':'C','emails':[{'value':'b'}],'title':'T','active':true}")
                    .with("meta.created", "2026-01-01T00:00:01Z"),
            user("{'userName':'a','externalId':'a','emails':[{'value':'C'}],'name':{'familyName':'doe'},'active':false}")
                    .with("meta.created", "2025-12-31T23:59:59Z"));

    private static String sorted(@Nullable String by, @Nullable String order) {
        Ordering ordering = Ordering.by(by, order, ResourceSchema.USER);
        return PEOPLE.stream()
                .sorted(Comparator.comparing(ordering::key, ordering::compare))
                .map(each -> each.text("userName"))
                .reduce("", (all, each) -> all + each);
    }

    @Test
    void text_is_ordered_as_its_case_rule_says() {
        assertThat(sorted("USERNAME", "ascending")).isEqualTo("abC");
        assertThat(sorted("externalId", null)).isEqualTo("Cab");
        assertThat(sorted("userName", "Descending")).isEqualTo("Cba");
        assertThat(sorted("urn:ietf:params:scim:schemas:core:2.0:User:name.familyName", ""))
                .isEqualTo("abC");
    }

    @Test
    void lists_go_by_their_primary_or_first_value_and_dates_by_time() {
        assertThat(sorted("emails", null)).isEqualTo("bCa");
        assertThat(sorted("emails.value", null)).isEqualTo("bCa");
        assertThat(sorted("meta.created", null)).isEqualTo("abC");
    }

    @Test
    void a_missing_value_is_last_and_first_when_descending() {
        assertThat(sorted("title", null)).isEqualTo("Cba");
        assertThat(sorted("title", "descending")).isEqualTo("baC");
        assertThat(sorted("active", null)).isEqualTo("aCb");
    }

    @Test
    void what_nobody_knows_orders_nothing_and_nonsense_is_refused() {
        assertThat(sorted("shoeSize", null)).isEqualTo("bCa");
        assertThat(sorted(null, null)).isEqualTo("bCa");
        assertThat(Problems.of(() -> sorted("userName", "upwards")).scimType()).isEqualTo("invalidValue");
        assertThat(Problems.of(() -> sorted("a b", null)).scimType()).isEqualTo("invalidValue");
    }
}
