package dev.scimbridge.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.scimbridge.lifecycle.Address;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses are found wherever they stand in a sentence. */
class MentionsTest {
    private static final Set<Address> EVA = Set.of(Address.of("eva@acme.io"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "eva@acme.io",
                "create EVA@acme.io with active true",
                "(eva@acme.io), she",
                "{\"email\":\"eva@acme.io\",\"x\":1}",
                "was 'eva@acme.io'.",
                "<eva@acme.io>",
                "one\neva@acme.io\ntwo"
            })
    void an_address_is_found_between_whatever_marks(String words) {
        assertThat(Mentions.anyOf(EVA, words)).isTrue();
        assertThat(Mentions.replaced(words, address -> "X")).contains("X").doesNotContain("@");
    }

    @ParameterizedTest
    @ValueSource(strings = {"xeva@acme.io", "eva@acme.iox", "eva.b@acme.io", "eva", "", "@", "eva @acme.io"})
    void another_address_is_not_taken_for_it(String words) {
        assertThat(Mentions.anyOf(EVA, words)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            from a@b.io to c@d.io. | from <a@b.io> to <c@d.io>.
            o'neill@acme.io, ø@ü.de | <o'neill@acme.io>, <ø@ü.de>
            nobody at all | nobody at all
            a@b.io a@b.io | <a@b.io> <a@b.io>
            """)
    void only_the_addresses_are_replaced(String words, String replaced) {
        assertThat(Mentions.replaced(words, address -> "<" + address + ">")).isEqualTo(replaced);
    }

    @Test
    void an_address_with_signs_of_a_pattern_is_put_in_as_it_is() {
        assertThat(Mentions.replaced("a@b.io", address -> "$1\\")).isEqualTo("$1\\");
    }
}
