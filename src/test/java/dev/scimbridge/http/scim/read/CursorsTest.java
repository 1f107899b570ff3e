package dev.scimbridge.http.scim.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.scimbridge.directory.Mark;
import dev.scimbridge.http.scim.read.Cursors.Position;
import dev.scimbridge.scim.ScimProblem;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class CursorsTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.999Z");
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private static final UUID ID = UUID.fromString("f81d4fae-7dec-51d0-a765-00a0c91e6bf6");
    private static final Position MAX = new Position(0, new Mark("max@acme.io", 7, ID));

    private final Cursors cursors = at(7, Duration.ZERO);

    private static Cursors at(int key, Duration later) {
        byte[] bytes = new byte[Cursors.KEY_BYTES];
        Arrays.fill(bytes, (byte) key);
        return new Cursors(bytes, Clock.fixed(NOON.plus(later), ZoneOffset.UTC));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "max@acme.io", "Zoë \uD83C\uDF89 \u0000", "half \uD83C a pair"})
    void a_position_is_read_as_it_was_written(String key) {
        for (Position position : new Position[] {
            Position.START,
            new Position(1, null),
            new Position(0, new Mark(key, 0, new UUID(0, 0))),
            new Position(1, new Mark(key, Long.MAX_VALUE, ID)),
            new Position(1, new Mark("0123456789".repeat(1000), 1, ID))
        }) {
            String cursor = cursors.write(position, "q");
            assertThat(cursors.read(cursor, "q")).isEqualTo(position);
            assertThat(cursor).matches("[A-Za-z0-9._~-]+");
        }
    }

    /** It stands in addresses, and those in other people's logs. */
    @Test
    void a_cursor_does_not_show_what_is_in_it() {
        String cursor = cursors.write(MAX, "q");
        byte[] bytes = Base64.getUrlDecoder().decode(cursor);
        for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16BE)) {
            assertThat(new String(bytes, StandardCharsets.ISO_8859_1))
                    .doesNotContain(new String("max".getBytes(charset), StandardCharsets.ISO_8859_1));
        }
        assertThat(cursors.write(MAX, "q")).isNotEqualTo(cursor);
    }

    @Test
    void a_cursor_that_was_tampered_with_is_none() {
        String cursor = cursors.write(MAX, "q");
        for (int i = 0; i < cursor.length(); i++) {
            int other = (LETTERS.indexOf(cursor.charAt(i)) + 1) % LETTERS.length();
            assertInvalid(cursor.substring(0, i) + LETTERS.charAt(other) + cursor.substring(i + 1), "q");
        }
        for (int length = 1; length < cursor.length(); length++) {
            assertInvalid(cursor.substring(0, length), "q");
        }
    }

    /** RF-52. */
    @ParameterizedTest
    @ValueSource(
            strings = {"forged", " ", "A", "=", "AAAA", "AAAAAAAAAAAAAAAAAAAAAAAAAAAA", "ä", "%", "../../etc", "1"})
    void what_is_no_cursor_is_none(String text) {
        assertInvalid(text, "q");
        assertInvalid(cursors.write(MAX, "q") + text, "q");
    }

    /** RF-53. */
    @Test
    void a_cursor_of_another_question_or_another_bridge_is_none() {
        String cursor = cursors.write(MAX, "q");
        assertInvalid(cursor, "");
        assertInvalid(cursor, "Q");
        assertInvalid(at(8, Duration.ZERO).write(MAX, "q"), "q");
    }

    @Test
    void a_cursor_is_good_for_an_hour_in_any_bridge_of_the_same_key() {
        String cursor = cursors.write(MAX, "q");
        assertThat(at(7, Cursors.LIFETIME).read(cursor, "q")).isEqualTo(MAX);
        Cursors late = at(7, Cursors.LIFETIME.plusSeconds(1));
        assertThatThrownBy(() -> late.read(cursor, "q"))
                .isInstanceOfSatisfying(
                        ScimProblem.class,
                        problem -> assertThat(problem.scimType()).isEqualTo("expiredCursor"));
        assertThatThrownBy(() -> late.read(cursor, "p"))
                .isInstanceOfSatisfying(
                        ScimProblem.class,
                        problem -> assertThat(problem.scimType()).isEqualTo("invalidCursor"));
    }

    private void assertInvalid(String cursor, String question) {
        assertThatThrownBy(() -> cursors.read(cursor, question))
                .as(cursor)
                .isInstanceOfSatisfying(ScimProblem.class, problem -> {
                    assertThat(problem.status()).isEqualTo(400);
                    assertThat(problem.scimType()).isEqualTo("invalidCursor");
                });
    }
}
