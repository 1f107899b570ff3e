package dev.scimbridge.story.cases;

import static dev.scimbridge.story.cases.Planted.put;
import static dev.scimbridge.story.cases.Planted.status;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

/** A wrong answer has to be noticed by a claim, and by nothing else. */
class CaseTest {
    private static final List<Exchange> SAID = List.of(new Exchange(
            Request.get("/Users/7"),
            new Answer(200, Map.of("content-type", "application/scim+json"), "{\"id\":\"7\",\"title\":\"Dr\"}")));

    private static final Case WATCHES_THE_ID =
            Case.of("OK-04", "reads", talk -> talk.get("/Users/7").is(200).says("/id", "7"));

    @Test
    void a_wrong_answer_that_a_claim_fails_on_is_noticed() {
        assertThatCode(() -> plant(WATCHES_THE_ID.wrong("another id", put("/id", "8"))))
                .doesNotThrowAnyException();
    }

    @Test
    void a_wrong_answer_that_passes_is_a_failure() {
        assertThatThrownBy(() -> plant(WATCHES_THE_ID.wrong("another title", put("/title", "Prof"))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("OK-04 does not notice: another title");
    }

    @Test
    void a_wrong_answer_that_is_the_right_one_is_a_failure() {
        assertThatThrownBy(() -> plant(WATCHES_THE_ID.wrong("the same id", put("/id", "7"))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("alters nothing");
    }

    @Test
    void a_case_that_breaks_instead_of_claiming_is_a_failure() {
        Case breaks = Case.of("OK-04", "reads once more where it must not", talk -> {
            if (talk.get("/Users/7").status() == 500) {
                talk.get("/Users/7");
            }
        });
        assertThatThrownBy(() -> plant(breaks.wrong("a failure", status(500))))
                .isInstanceOf(NoSuchElementException.class);
    }

    private static void plant(Case planted) {
        planted.notices(planted.wrongs().get(0), SAID);
    }
}
