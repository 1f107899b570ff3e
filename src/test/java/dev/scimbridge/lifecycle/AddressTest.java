package dev.scimbridge.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {
    @Test
    void one_form_for_all_ways_to_write_it() {
        assertThat(Address.read(" Ju\u0308rgen@ACME.io ")).isEqualTo(new Address("jürgen@acme.io"));
    }

    /** Spaces and control characters of every alphabet, and what is not seen at all. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "max",
                "max@",
                "@acme.io",
                "max@acme@io",
                "max miller@acme.io",
                "max\r\n@acme.io",
                "max\u0000@acme.io",
                "max\u007f@acme.io",
                "max\u0085@acme.io",
                "max\u00a0@acme.io",
                "max\u2028@acme.io",
                "max\u200b@acme.io",
                "max\u202e@acme.io"
            })
    void what_is_no_address_in_one_visible_line_is_none(String written) {
        assertThat(Address.read(written)).isNull();
    }
}
