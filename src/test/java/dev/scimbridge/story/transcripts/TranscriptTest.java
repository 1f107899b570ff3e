package dev.scimbridge.story.transcripts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.scimbridge.story.cases.Answer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A transcript says what it says, and nothing wrong gets past it. */
class TranscriptTest {
    private static final String READ = """
            # somebody is read
            > GET /Users/7
            < 200
            """;

    /** Gives these answers in turn, and keeps what it was asked. */
    private static final class Scripted implements Replay.World {
        private final List<Said> asked = new ArrayList<>();
        private final Iterator<Answer> answers;

        Scripted(Answer... answers) {
            this.answers = List.of(answers).iterator();
        }

        @Override
        public Answer say(Said request) {
            asked.add(request);
            return answers.next();
        }

        @Override
        public void event(String email, String what) {
            throw new AssertionError("nobody " + what);
        }
    }

    private static Answer answer(int status, String body) {
        return new Answer(status, Map.of("content-type", "application/scim+json", "location", "/Users/7"), body);
    }

    private static Scripted replay(String text, Answer... answers) {
        Scripted world = new Scripted(answers);
        Replay.of(Transcript.of("some.txt", text.lines().toList()), world, Map.of("token", "T"));
        return world;
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "{`a`:1}                      | {`a`:1,`b`:2}",
                "{`a`:{`b`:[{`c`:true}]}}     | {`a`:{`b`:[{`c`:false},{`c`:true,`d`:1}]}}",
                "{`a`:[2,1]}                  | {`a`:[1,2,3]}",
                "{`a`:[1,`{no more}`]}        | {`a`:[1]}",
                "{`a`:[]}                     | {`a`:[]}",
                "{`a`:null}                   | {`b`:1}",
                "{`a`:`{number}`,`b`:`{text}`}| {`a`:7,`b`:`x`}",
                "{`a`:`{flag}`}               | {`a`:false}",
                "{`a`:`{x}`,`b`:`<{x}>`}      | {`a`:`q`,`b`:`<q>`}",
            })
    void what_is_wanted_passes(String wanted, String there) {
        replay(READ + quoted(wanted), answer(200, quoted(there)));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "{`a`:1}                 | {`a`:2}          | a: 1 wanted, there is 2",
                "{`a`:1}                 | {`a`:`1`}        | a: 1 wanted, there is `1`",
                "{`a`:1}                 | {}               | a: 1 wanted, there is nothing",
                "{`a`:{`b`:1}}           | {`a`:{}}         | a.b: 1 wanted, there is nothing",
                "{`a`:[{`b`:1}]}         | {`a`:[{`b`:2}]}  | a.0.b: 1 wanted, there is 2",
                "{`a`:[1,1]}             | {`a`:[1,2]}      | a: such an element wanted",
                "{`a`:[1,`{no more}`]}   | {`a`:[1,2]}      | a: 1 elements wanted",
                "{`a`:[]}                | {`a`:[1]}        | a: 0 elements wanted",
                "{`a`:[]}                | {}               | a: 0 elements wanted, there is nothing",
                "{`a`:null}              | {`a`:1}          | a: nothing wanted, there is 1",
                "{`a`:`{number}`}        | {`a`:`7`}        | a: `{number}` wanted",
                "{`a`:`{text}`}          | {`a`:``}         | a: `{text}` wanted",
                "{`a`:`{flag}`}          | {`a`:`true`}     | a: `{flag}` wanted",
                "{`a`:`{x}`,`b`:`{x}`}   | {`a`:`q`,`b`:`r`}| b: `q` wanted, there is `r`",
                "{`a`:`{token}`}         | {`a`:`U`}        | a: `T` wanted, there is `U`",
            })
    void what_is_wrong_is_told_with_file_and_line(String wanted, String there, String told) {
        assertThatThrownBy(() -> replay(READ + "\n\n" + quoted(wanted), answer(200, quoted(there))))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("some.txt:6: " + quoted(told));
    }

    /** The CSV has backquotes for quotes. */
    private static String quoted(String text) {
        return text.replace('`', '"');
    }

    @Test
    void the_line_is_that_of_the_part_that_is_wrong() {
        String wanted = READ + "{\"a\": 1,\n \"b\": {\n  \"c\": 3}}";
        assertThatThrownBy(() -> replay(wanted, answer(200, "{\"a\":1,\"b\":{\"c\":4}}")))
                .hasMessageStartingWith("some.txt:6: b.c: 3 wanted, there is 4")
                .hasMessageContaining("GET /Users/7")
                .hasMessageContaining("{\"a\":1,\"b\":{\"c\":4}}");
    }

    @Test
    void a_wrong_status_or_header_is_told() {
        assertThatThrownBy(() -> replay(READ, answer(201, "{}"))).hasMessageStartingWith("some.txt:3: status [200]");
        assertThatThrownBy(() -> replay(READ + "< Location: /Users/8", answer(200, "{}")))
                .hasMessageStartingWith("some.txt:3: Location: /Users/8 wanted");
        replay(READ.replace("200", "200 or 204"), answer(204, ""));
    }

    @Test
    void what_is_not_scim_is_told_though_no_transcript_asks() {
        assertThatThrownBy(() -> replay(READ, new Answer(200, Map.of("content-type", "text/html"), "<html>")))
                .hasMessageStartingWith("some.txt:3: the answer is text/html");
        assertThatThrownBy(() -> replay(READ.replace("200", "404"), answer(404, "{\"status\":\"404\"}")))
                .hasMessageStartingWith("some.txt:3: only errors are to look like errors");
        assertThatThrownBy(() -> replay(READ.replace("200", "404"), answer(404, "")))
                .hasMessageStartingWith("some.txt:3: an error needs a body");
    }

    @Test
    void names_and_headers_go_where_they_are_said_and_the_last_answer_can_be_sent_back() {
        Scripted world = replay("""
                >> Authorization: Bearer {token}
                >> Content-Type: application/json
                > GET /Users
                < 200
                {"id": "{id}"}
                > PUT /Users/{id}
                > User-Agent:
                {"...": "{answer}", "title": "{id}"}
                < 200
                """, answer(200, "{\"id\":\"7\",\"title\":\"Dr\",\"x\":1}"), answer(200, "{}"));
        assertThat(world.asked.get(0).headers()).isEqualTo(Map.of("Authorization", "Bearer T"));
        assertThat(world.asked.get(1).path()).isEqualTo("/Users/7");
        assertThat(world.asked.get(1).body()).isEqualTo("{\"id\":\"7\",\"title\":\"7\",\"x\":1}");
        assertThat(world.asked.get(1).headers())
                .isEqualTo(Map.of("Authorization", "Bearer T", "Content-Type", "application/json", "User-Agent", ""));
    }

    @Test
    void what_happens_in_the_workspace_is_told_too() {
        assertThatThrownBy(() -> replay("! tess@acme.io signs up"))
                .hasMessageStartingWith("some.txt:1: tess@acme.io signs up: nobody signs up");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "> GET /Users               | 2: a request needs an answer",
                "> GET                      | 1: a request is a method and a path",
                "> GET /Users;> Accept      | 2: a header is a name, a colon and a value",
                "< 200                      | 1: neither a request nor an answer belongs here",
                "! tess@acme.io             | 1: an event is an address and what happens",
                "> GET /Users/{x};< 200     | 1: nothing was given the name x",
            })
    void a_transcript_that_cannot_be_read_says_where(String text, String told) {
        assertThatThrownBy(() -> replay(text.replace(';', '\n'), answer(200, "{}")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("some.txt:" + told);
    }
}
