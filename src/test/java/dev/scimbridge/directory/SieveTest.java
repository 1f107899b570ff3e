package dev.scimbridge.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.scimbridge.directory.Listed.Asking;
import dev.scimbridge.scim.Criterion;
import dev.scimbridge.scim.Document;
import dev.scimbridge.scim.ResourceSchema;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SieveTest {
    private static final Criterion EVEN = Criterion.parse("title ew \"even\"", ResourceSchema.USER);
    private static final Asking<Integer> ASKING = new Asking<>(
            number -> Document.only("title", number + (number % 2 == 0 ? "even" : "odd")), number -> 1, null);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 31, 32, 33, 64, 1000})
    void of_any_number_those_that_match_are_kept_in_their_order(int number) {
        Sieve<Integer> sieve = new Sieve<>(EVEN, ASKING);
        List<Integer> all = IntStream.range(0, number).boxed().toList();

        all.forEach(sieve);

        assertThat(sieve.found())
                .isEqualTo(all.stream().filter(each -> each % 2 == 0).toList());
    }
}
