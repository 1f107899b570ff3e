package dev.scimbridge.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A token is known by its hash. */
class TokensTest {
    private final Tokens tokens = Tokens.hashed(hashes());

    private static Map<String, String> hashes() {
        Map<String, String> hashes = new LinkedHashMap<>();
        hashes.put("okta", Tokens.hash("first"));
        hashes.put("entra", Tokens.hash("second"));
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

    @Test
    void the_hash_is_what_sha256sum_prints() {
        assertThat(Tokens.hash("abc")).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void printed_it_shows_names_only() {
        assertThat(tokens.toString()).isEqualTo("tokens [okta, entra]");
    }
}
