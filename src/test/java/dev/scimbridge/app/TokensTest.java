package dev.scimbridge.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.scimbridge.http.scim.Holder;
import dev.scimbridge.http.scim.Source;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A token is known by its hash. */
class TokensTest {
    private final Tokens tokens = Tokens.of(hashes());

    private static Map<String, Admitted> hashes() {
        Map<String, Admitted> hashes = new LinkedHashMap<>();
        hashes.put("okta", Admitted.all(Tokens.hash("first")));
        hashes.put("entra", new Admitted(Tokens.hash("second"), true, false, List.of(range("10.0.0.0/8"))));
        return hashes;
    }

    @Test
    void each_token_has_its_name_and_anything_else_has_none() {
        assertThat(tokens.nameOf("first")).isEqualTo("okta");
        assertThat(tokens.nameOf("second")).isEqualTo("entra");
        assertThat(tokens.nameOf("First")).isNull();
        assertThat(tokens.nameOf("")).isNull();
        assertThat(tokens.nameOf(Tokens.hash("first"))).isNull();
        assertThat(tokens.names()).containsExactlyInAnyOrder("okta", "entra");
    }

    private static AddressRange range(String text) {
        return Objects.requireNonNull(AddressRange.read(text), text);
    }

    @Test
    void a_token_is_taken_from_its_addresses_only() {
        assertThat(tokens.holder("first", null)).isEqualTo(new Holder("okta", true, true));
        assertThat(tokens.holder("second", Source.address("10.1.2.3"))).isEqualTo(new Holder("entra", true, false));
        assertThat(tokens.holder("second", Source.address("::ffff:10.1.2.3"))).isNotNull();
        assertThat(tokens.holder("second", Source.address("11.1.2.3"))).isNull();
        assertThat(tokens.holder("second", null)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 10.255.1.1, true",
        "10.0.0.0/8, 11.0.0.0, false",
        "10.0.0.0/9, 10.128.0.0, false",
        "192.0.2.7, 192.0.2.7, true",
        "192.0.2.7, 192.0.2.6, false",
        "0.0.0.0/0, 203.0.113.1, true",
        "0.0.0.0/0, 2001:db8::1, false",
        "2001:db8::/32, 2001:db8:1::1, true",
        "2001:db8::/32, 2001:db9::1, false",
        "2001:db8::1, 2001:db8::1, true"
    })
    void a_range_has_what_begins_like_it(String range, String address, boolean has) {
        assertThat(range(range).has(Objects.requireNonNull(Source.address(address))))
                .isEqualTo(has);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"10.0.0.0/33", "::/129", "10.0.0/8", "localhost", "10.0.0.0/", "/8", "10.0.0.256", "a::b::c", "1"
            })
    void a_name_or_half_an_address_is_no_range(String text) {
        assertThat(AddressRange.read(text)).isNull();
    }

    @Test
    void the_hash_is_what_sha256sum_prints() {
        assertThat(Tokens.hash("abc")).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void printed_it_shows_names_only() {
        assertThat(tokens.toString()).isEqualTo("tokens [okta, entra]");
    }
}
