package dev.scimbridge.http.scim.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.scimbridge.http.scim.bulk.Agenda.Step;
import dev.scimbridge.scim.ScimProblem;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AgendaTest {
    private static final String ONE = "/Groups/A1";
    private static final String DELETE = "{'method':'DELETE','path':'Groups/a1/'}";

    static Stream<Arguments> orders() {
        return Stream.of(
                row("nothing", "", new String[0]),
                row("no references", "0 1 2", post("c"), patch(ONE), post("a")),
                row("what is there already", "0 1 2", post("a"), post("b", "a"), post("c", "a", "b")),
                row("reversed", "2 1 0", post("c", "b"), post("b", "a"), post("a")),
                row("it waits, the others do not", "1 2 0 3", post("g", "b"), post("a"), post("b"), post("c")),
                row("a path", "1 0", patch("/Groups/bulkId:g"), post("g")),
                row("one resource in order", "2 0 1", patch(ONE, "a"), DELETE, post("a")),
                row("other resources do not wait", "1 2 0", patch(ONE, "a"), patch("/Groups/2"), post("a")),
                row("a new resource in order", "2 3 0 1", patch("/Groups/bulkId:g", "a"), patch("/Groups/bulkId:g"))
                        .and(post("g"), post("a")),
                row("what waits for what is refused", "0 1 2 3", patch(ONE, "none"), patch(ONE), post("a", "a"))
                        .and(patch("/Groups/2", "a")));
    }

    /** One row of the table. */
    private record Row(String name, String order, List<String> operations) implements Arguments {
        Row and(String... more) {
            return new Row(
                    name,
                    order,
                    Stream.concat(operations.stream(), Stream.of(more)).toList());
        }

        @Override
        public Object[] get() {
            return new Object[] {name, order, operations};
        }
    }

    private static Row row(String name, String order, String... operations) {
        return new Row(name, order, List.of(operations));
    }

    private static String post(String bulkId, String... members) {
        return Written.post(bulkId, members);
    }

    private static String patch(String path, String... members) {
        return Written.patch(path, members);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("orders")
    void operations_come_in_the_order_of_the_request_and_after_what_they_refer_to(
            String name, String order, List<String> operations) {
        String places = String.join(
                " ", steps(operations).stream().map(step -> "" + step.place()).toList());
        assertThat(places).isEqualTo(order);
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of("nothing", "- -", List.of(post("a"), post("b", "a"))),
                Arguments.of("unknown", "400 -", List.of(post("a", "none"), post("b", "a"))),
                Arguments.of(
                        "only a POST creates", "400", List.of(patch(ONE, "a").replace("{'m", "{'bulkId':'a','m"))),
                Arguments.of("twice", "- 400 -", List.of(post("a"), post("a"), post("b", "a"))),
                Arguments.of("itself", "409", List.of(post("a", "a"))),
                Arguments.of("each other", "409 409 -", List.of(post("a", "b"), post("b", "a"), post("c"))),
                Arguments.of("a round", "409 409 409", List.of(post("a", "b"), post("b", "c"), post("c", "a"))),
                Arguments.of("one who refers to a circle", "409 409", List.of(patch(ONE, "a"), post("a", "a"))),
                Arguments.of(
                        "its next on the same resource", "409 409 -", List.of(patch(ONE, "a"), post("a", "a"), DELETE)),
                Arguments.of(
                        "a circle through what is refused", "- 400", List.of(post("a", "b"), post("b", "a", "none"))),
                Arguments.of("what is wrong anyway", "400 -", List.of("{'path':'/Users/bulkId:none'}", post("a"))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusals")
    void what_can_never_be_done_is_refused_in_its_place(String name, String statuses, List<String> operations) {
        String told = String.join(
                " ",
                steps(operations).stream()
                        .sorted((one, other) -> Integer.compare(one.place(), other.place()))
                        .map(step -> step.operation().wrong())
                        .map(problem -> problem == null ? "-" : "" + problem.status())
                        .toList());
        assertThat(told).isEqualTo(statuses);
    }

    @Test
    void the_bulk_id_is_named() {
        ScimProblem unknown =
                steps(List.of(post("a", "none"))).get(0).operation().wrong();
        assertThat(unknown).isNotNull();
        assertThat(unknown.scimType()).isEqualTo("invalidValue");
        assertThat(unknown.detail()).contains("bulkId none");
    }

    private static List<Step> steps(List<String> operations) {
        return Agenda.of(Written.bulk(operations.toArray(String[]::new)).operations());
    }
}
