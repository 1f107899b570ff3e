package dev.scimbridge.scim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A packed document is the document it was packed from, in whatever way it is asked. */
class PackedTest {
    private static final String DEPARTMENT = ResourceSchema.ENTERPRISE_USER + ":department";
    private static final String LONG = "ß".repeat(9000);
    private static final Document WHOLE = Document.EMPTY
            .with("userName", "max\u00e9\ud83d\ude00\"\\")
            .with("name", Document.EMPTY.with("givenName", "Max").with("familyName", LONG))
            .with("active", true)
            .with("emails", List.of(mail("a@acme.io", true), mail("b@acme.io", false)))
            .with("urn:x:y:User", Document.EMPTY.with("unheardOf", List.of("one", "two")))
            .with(DEPARTMENT, "Sales")
            .with("small", 7)
            .with("large", 7_000_000_000L);

    private static Document mail(String value, boolean primary) {
        return Document.EMPTY.with("value", value).with("primary", primary);
    }

    @Test
    void it_says_the_same_to_the_byte_and_is_equal() {
        Document packed = WHOLE.packed();
        assertThat(packed).isEqualTo(WHOLE).hasSameHashCodeAs(WHOLE).hasToString(WHOLE.json());
        assertThat(WHOLE).isEqualTo(packed);
        assertThat(packed.bytes(ResourceSchema.USER)).isEqualTo(WHOLE.bytes(ResourceSchema.USER));
        assertThat(packed.packed()).isSameAs(packed);
        assertThat(packed.with("active", false)).isNotEqualTo(packed).isEqualTo(WHOLE.with("active", false));
    }

    @Test
    void each_of_its_values_is_found() {
        Document packed = WHOLE.packed();
        for (String path :
                List.of("userName", "name", "name.familyName", "emails", DEPARTMENT, "urn:x:y:User", "small")) {
            assertThat(packed.has(path)).as(path).isTrue();
            assertThat(packed.text(path)).as(path).isEqualTo(WHOLE.text(path));
            assertThat(packed.elements(path)).as(path).isEqualTo(WHOLE.elements(path));
            assertThat(packed.same(path, WHOLE)).as(path).isTrue();
            assertThat(packed.without(path)).as(path).isEqualTo(WHOLE.without(path));
        }
        for (String path : List.of("title", "unheardOf", "name.middleName", "userName.value", "active.x")) {
            assertThat(packed.has(path)).as(path).isFalse();
            assertThat(packed.text(path)).as(path).isNull();
        }
        assertThat(packed.truth("active")).isTrue();
        assertThat(packed.attributes()).isEqualTo(WHOLE.attributes());
    }

    /** What is stored is read without nodes in between. */
    @Test
    void numbers_are_as_they_were_said() {
        String said = "{\"numbers\":[1,-2,7000000000,123456789012345678901234567890,1.50,1E+3,null,true,false]}";
        Document read = Document.ofStored(said);
        assertThat(read.json()).isEqualTo(said);
        assertThat(Document.ofStored("{\"small\":7}")).isEqualTo(Document.EMPTY.with("small", 7));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 4, 8, 24})
    void however_deep_it_is_it_comes_back(int depth) {
        String said = "{\"a\":[" + "{\"b\":[".repeat(depth) + "7" + "]},1".repeat(depth) + "],\"c\":{}}";
        assertThat(Document.ofStored(said).json()).isEqualTo(said);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void whatever_people_say_comes_back(long seed) throws Exception {
        RandomFilters people = new RandomFilters(new Random(seed));
        for (int i = 0; i < 200; i++) {
            Document document = CriterionPropertyTest.document(people.user());
            assertThat(Document.ofStored(document.json())).isEqualTo(document).hasToString(document.json());
            assertThat(document.packed()).isEqualTo(document).hasToString(document.json());
        }
    }

    @Test
    void nothing_packed_is_nothing() {
        assertThat(Document.EMPTY.packed()).isSameAs(Document.EMPTY);
        assertThat(Document.ofStored("{}")).isEqualTo(Document.EMPTY);
        assertThat(Document.ofStored("{}").isEmpty()).isTrue();
    }

    @Test
    void a_stored_document_may_stand_among_other_bytes() {
        byte[] bytes = "é{\"userName\":\"mäx\"}{}".getBytes(StandardCharsets.UTF_8);
        assertThat(Document.ofStored(bytes, 2, bytes.length - 4).json()).isEqualTo("{\"userName\":\"mäx\"}");
        assertThat(Document.ofStored(bytes, bytes.length - 2, 2)).isSameAs(Document.EMPTY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "\"x\"", "{\"a\":", "{\"a\"}", "{\"a\":1"})
    void what_is_no_object_is_not_read(String stored) {
        assertThatThrownBy(() -> Document.ofStored(stored)).isInstanceOf(UncheckedIOException.class);
    }
}
