package dev.scimbridge.http.scim.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.scimbridge.directory.AccountTypeRules;
import dev.scimbridge.directory.Changes;
import dev.scimbridge.directory.Changes.Regroup;
import dev.scimbridge.directory.Group;
import dev.scimbridge.directory.Locations;
import dev.scimbridge.directory.Meta;
import dev.scimbridge.directory.Presentation;
import dev.scimbridge.directory.Snapshot;
import dev.scimbridge.directory.Someone;
import dev.scimbridge.scim.ListResponse;
import dev.scimbridge.scim.Samples;
import dev.scimbridge.scim.ScimProblem;
import dev.scimbridge.scim.SearchRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a list of several shelves is cut, and what a walk is held to. */
class ListingTest {
    private static final Cursors CURSORS =
            new Cursors(new byte[Cursors.KEY_BYTES], Clock.fixed(Someone.NOON, ZoneOffset.UTC));
    private static final Listing ROOT = new Listing(List.of(Kind.USERS, Kind.GROUPS), CURSORS);

    private static Snapshot with(int people, int groups) {
        Snapshot snapshot = Snapshot.empty(new Presentation(AccountTypeRules.DEFAULT));
        for (int i = 0; i < people; i++) {
            snapshot = snapshot.with(Changes.of(Someone.born(Someone.called("p" + i + "@acme.io"), i)));
        }
        List<Regroup> made = IntStream.range(0, groups)
                .mapToObj(i -> new Group(
                        new UUID(0, i),
                        Samples.group("{'displayName':'g" + i + "'}"),
                        new Meta(1, i, 1, Someone.NOON, Someone.NOON),
                        Someone.NOON))
                .map(group -> new Regroup(group, false, Set.of(), Set.of()))
                .toList();
        return snapshot.with(new Changes(List.of(), made, Map.of()));
    }

    private static Search search(Map<String, String> query) {
        return asked(query, "okta");
    }

    private static Search asked(Map<String, String> query, String connection) {
        return new Search(SearchRequest.of(query::get), connection, Locations.NONE);
    }

    private static List<String> items(ListResponse page) {
        return page.items().stream()
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"0,0", "0,3", "3,0", "5,4", "6,6"})
    void pages_of_any_size_by_either_method_make_up_the_whole(int people, int groups) {
        Snapshot snapshot = with(people, groups);
        List<String> whole = items(ROOT.list(snapshot, search(Map.of())));
        assertThat(whole).hasSize(people + groups).doesNotHaveDuplicates();
        for (int count = 1; count <= people + groups + 1; count++) {
            String size = String.valueOf(count);
            List<String> paged = new ArrayList<>();
            for (int start = 1; start <= people + groups; start += count) {
                paged.addAll(
                        items(ROOT.list(snapshot, search(Map.of("count", size, "startIndex", String.valueOf(start))))));
            }
            assertThat(paged).isEqualTo(whole);
            assertThat(walk(snapshot, count, people + groups)).isEqualTo(whole);
        }
    }

    private static List<String> walk(Snapshot snapshot, int count, int total) {
        List<String> walked = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            ListResponse page = ROOT.list(snapshot, search(Map.of("cursor", cursor, "count", String.valueOf(count))));
            assertThat(page.total()).isEqualTo(total);
            assertThat(page.startIndex()).isEqualTo(walked.size() + 1);
            assertThat(page.items()).hasSize(Math.min(count, total - walked.size()));
            walked.addAll(items(page));
            cursor = page.nextCursor();
        }
        return walked;
    }

    @Test
    void a_page_by_its_index_has_no_cursor() {
        assertThat(ROOT.list(with(3, 3), search(Map.of("count", "2"))).nextCursor())
                .isNull();
    }

    /** RFC 9865 2: all parameters but the cursor must be the same; what is shown of the resources may differ. */
    @ParameterizedTest
    @CsvSource({
        "okta, filter, id pr, true",
        "okta, count, 1, true",
        "okta, attributes, id, true",
        "entra, filter, id pr, false",
        "okta, filter, userName pr, false",
        "okta, sortBy, id, false",
        "okta, sortOrder, descending, false"
    })
    void a_walk_goes_on_only_with_the_question_it_began_with(
            String connection, String parameter, String value, boolean goesOn) {
        Snapshot snapshot = with(5, 0);
        String cursor = ROOT.list(snapshot, search(Map.of("cursor", "", "count", "2", "filter", "id pr")))
                .nextCursor();
        Map<String, String> query = new HashMap<>(Map.of("cursor", cursor, "filter", "id pr"));
        query.put(parameter, value);
        if (goesOn) {
            assertThat(ROOT.list(snapshot, asked(query, connection)).startIndex())
                    .isEqualTo(3);
        } else {
            assertRefused("invalidCursor", () -> ROOT.list(snapshot, asked(query, connection)));
        }
    }

    @Test
    void a_walk_through_people_does_not_go_on_among_groups_or_at_the_root() {
        Snapshot snapshot = with(5, 5);
        String cursor = new Listing(List.of(Kind.USERS), CURSORS)
                .list(snapshot, search(Map.of("cursor", "", "count", "2")))
                .nextCursor();
        Search next = search(Map.of("cursor", cursor));
        assertRefused("invalidCursor", () -> new Listing(List.of(Kind.GROUPS), CURSORS).list(snapshot, next));
        assertRefused("invalidCursor", () -> ROOT.list(snapshot, next));
    }

    /** What is said in one place must not count in another. */
    @Test
    void questions_are_told_apart_wherever_their_parts_end() {
        List<Shelf<?>> shelves = List.of(Kind.USERS);
        assertThat(List.of(
                        asked(Map.of("filter", "a", "sortBy", "b"), "c").question(shelves),
                        asked(Map.of("filter", "a,1:b"), "c").question(shelves),
                        asked(Map.of("filter", "-"), "c").question(shelves),
                        asked(Map.of(), "c").question(shelves),
                        asked(Map.of("filter", ""), "c").question(shelves)))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({"0, invalidCount", "-1, invalidCount", "abc, invalidCount", "1001, ", "99999999999, "})
    void a_walk_moves_on_and_too_much_is_the_most_there_can_be(String count, String problem) {
        Map<String, String> query = Map.of("cursor", "", "count", count);
        if (problem == null) {
            assertThat(search(query).count()).isEqualTo(Search.LARGEST_PAGE);
        } else {
            assertRefused(problem, () -> search(query).count());
        }
    }

    private static void assertRefused(String scimType, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ScimProblem.class,
                        problem -> assertThat(problem.scimType()).isEqualTo(scimType));
    }
}
