package dev.scimbridge.story.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Every case that was collected is a test or is left to later work by name. */
class TablesTest {
    private static final List<String> WRITTEN =
            Tables.all().stream().map(Case::id).toList();

    @Test
    void every_case_is_written_once_or_left_to_later_work() {
        assertThat(WRITTEN)
                .doesNotHaveDuplicates()
                .isSubsetOf(Ids.all())
                .doesNotContainAnyElementsOf(Ids.LATER.keySet());
        Set<String> missing = new TreeSet<>(Ids.all());
        missing.removeAll(WRITTEN);
        missing.removeAll(Ids.LATER.keySet());
        assertThat(missing).isEmpty();
    }

    @Test
    void every_case_has_an_answer_that_it_must_notice() {
        assertThat(Tables.all()).allSatisfy(each -> {
            assertThat(each.title()).isNotBlank();
            assertThat(each.wrongs()).isNotEmpty();
            assertThat(each.wrongs()).extracting(Case.Wrong::what).doesNotHaveDuplicates();
        });
    }

    @Test
    void two_hundred_and_thirteen_were_collected() {
        assertThat(Ids.all()).hasSize(213).containsAll(Ids.LATER.keySet());
    }
}
