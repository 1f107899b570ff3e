package dev.scimbridge.scim;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    private static final int LIMIT = 1_000_000;

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "{bad",
                "[]",
                "[{}]",
                "\"text\"",
                "null",
                "12",
                "{} {}",
                "{\"a\":NaN}",
                "{\"a\":1,\"a\":2}",
                "{\"userName\":\"a\",\"USERNAME\":\"b\"}",
                "{\"n\":{\"x\":1,\"X\":2}}",
                "{\"a\":\"\\ud800\"}",
                "{\"a\":\"x\\u0000y\"}",
                "{\"\\udc00\":1}",
                "{'a':1}",
                "{\"a\":01}",
                "{\"a\":tru}"
            })
    void refuses_what_is_not_one_clean_object(String body) {
        ScimProblem problem = Problems.of(() -> Json.read(utf8(body), LIMIT));
        assertThat(problem.status()).isEqualTo(400);
        assertThat(problem.scimType()).isEqualTo("invalidSyntax");
        assertThat(problem.detail())
                .doesNotContain("jackson")
                .doesNotContain("Stream")
                .doesNotContain("com.");
    }

    @Test
    void refuses_bytes_that_are_not_utf_8() {
        byte[] overlong = {'{', '"', 'a', '"', ':', '"', (byte) 0xC0, (byte) 0x80, '"', '}'};
        byte[] surrogate = {'{', '"', 'a', '"', ':', '"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"', '}'};
        assertThat(Problems.of(() -> Json.read(overlong, LIMIT)).detail()).contains("UTF-8");
        assertThat(Problems.of(() -> Json.read(surrogate, LIMIT)).detail()).contains("UTF-8");
    }

    @Test
    void refuses_what_is_too_long_or_too_deep() {
        assertThat(Problems.of(() -> Json.read(utf8("{\"a\":\"bcd\"}"), 10)).status())
                .isEqualTo(413);
        Function<Integer, String> nested = depth -> "{\"a\":" + "[".repeat(depth) + "]".repeat(depth) + "}";
        ThrowingCallable deep = () -> Json.read(utf8(nested.apply(60)), LIMIT);
        assertThat(Problems.of(deep).scimType()).isEqualTo("invalidSyntax");
        assertThat(Json.read(utf8(nested.apply(40)), LIMIT).has("a")).isTrue();
        ThrowingCallable digits = () -> Json.read(utf8("{\"a\":" + "9".repeat(200) + "}"), LIMIT);
        assertThat(Problems.of(digits).scimType()).isEqualTo("invalidSyntax");
    }

    @Test
    void keeps_numbers_and_characters_as_they_are() {
        assertThat(Json.read(utf8("{\"a\":1e400,\"b\":1.50,\"c\":\"é😀\"}"), LIMIT))
                .hasToString("{\"a\":1E+400,\"b\":1.50,\"c\":\"é😀\"}");
    }

    @Test
    void forgives_a_byte_order_mark() {
        assertThat(Json.read(utf8("\uFEFF{\"a\":1}"), LIMIT).has("a")).isTrue();
    }
}
