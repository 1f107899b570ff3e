package dev.scimbridge.http.scim.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.scimbridge.directory.AccountTypeRules;
import dev.scimbridge.directory.Changes;
import dev.scimbridge.directory.Changes.Regroup;
import dev.scimbridge.directory.Group;
import dev.scimbridge.directory.Locations;
import dev.scimbridge.directory.Page;
import dev.scimbridge.directory.Presentation;
import dev.scimbridge.directory.Query;
import dev.scimbridge.directory.Snapshot;
import dev.scimbridge.directory.Someone;
import dev.scimbridge.directory.Teams;
import dev.scimbridge.directory.User;
import dev.scimbridge.lifecycle.Desired;
import dev.scimbridge.scim.Criterion;
import dev.scimbridge.scim.Projection;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever asks for copies is shown what they would be shown without. */
class KeptTest {
    private static final Locations HERE = new Site("https://here/");
    private static final List<String> NAMES = List.of("a@x.io", "A@x.io", "b@x.io", "İnci@x.io", "inci@x.io");
    private static final Snapshot EMPTY = Snapshot.empty(new Presentation(AccountTypeRules.DEFAULT));

    private final Copies copies = new Copies(1 << 24);
    private final Kept<User> people = new Kept<>(Kind.USERS, copies);
    private final Kept<Group> groups = new Kept<>(Kind.GROUPS, copies);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5})
    void whatever_is_written_who_is_looked_for_is_shown_as_without_copies(long seed) {
        Random random = new Random(seed);
        Snapshot snapshot = EMPTY;
        for (int step = 0; step < 150; step++) {
            snapshot = snapshot.with(random.nextInt(4) == 0 ? regrouped(random, step) : written(random));
            for (String name : NAMES) {
                checkSame(people, snapshot, "userName eq \"" + name + "\"");
                checkSame(people, snapshot, "externalId eq \"" + name + "\"");
                checkSame(groups, snapshot, "displayName eq \"" + name + "\"");
            }
        }
    }

    private static Changes written(Random random) {
        User user = Someone.called("p" + random.nextInt(4) + "@x.io");
        String said = "{'userName':'" + pick(random) + "','externalId':'" + pick(random) + "','title':'"
                + random.nextInt(3) + "'}";
        Desired desired = random.nextInt(4) == 0 ? new Desired.Deleted() : Someone.active(null);
        return Changes.of(Someone.saying(user, said).wishing(Someone.met(desired)));
    }

    private static Changes regrouped(Random random, int step) {
        UUID id = new UUID(0, random.nextInt(3));
        Group group = Teams.version(Teams.called(id, pick(random)), step);
        UUID person = Someone.called("p" + random.nextInt(4) + "@x.io").id();
        boolean joins = random.nextBoolean();
        Regroup change = new Regroup(
                group, random.nextInt(5) == 0, joins ? Set.of(person) : Set.of(), joins ? Set.of() : Set.of(person));
        return new Changes(List.of(), List.of(change), Map.of(person, Someone.NOON.plusSeconds(step)));
    }

    private static String pick(Random random) {
        return NAMES.get(random.nextInt(NAMES.size()));
    }

    @Test
    void whoever_is_looked_for_again_is_shown_the_same_bytes() {
        Snapshot snapshot = EMPTY.with(Changes.of(Someone.called("a@x.io"), Someone.called("b@x.io")));
        byte[] first = shown(people, snapshot, "userName eq \"a@x.io\"").items().get(0);
        Snapshot later = snapshot.with(Changes.of(Someone.called("c@x.io")));
        assertThat(shown(people, later, "userName eq \"a@x.io\"").items()).hasSize(1);
        assertThat(shown(people, later, "userName eq \"a@x.io\"").items().get(0))
                .isSameAs(first);
    }

    @Test
    void a_number_is_not_the_text_that_reads_like_it() {
        User user = Someone.saying(Someone.called("a@x.io"), "{'userName':'a@x.io','externalId':'7'}");
        Snapshot snapshot = EMPTY.with(Changes.of(user));
        for (String filter : List.of("externalId eq \"7\"", "externalId eq 7", "userName eq \"a@x.io\"")) {
            checkSame(people, snapshot, filter);
            checkSame(people, snapshot, filter + " and title pr");
        }
    }

    @Test
    void a_page_that_is_not_the_first_or_has_no_room_shows_nobody() {
        Snapshot snapshot = EMPTY.with(Changes.of(Someone.called("a@x.io")));
        Criterion filter = Criterion.parse("userName eq \"a@x.io\"", Kind.USERS.schema());
        assertThat(shown(people, snapshot, "userName eq \"a@x.io\"").items()).hasSize(1);
        for (Query query : List.of(Query.page(filter, null, 2, 10), Query.page(filter, null, 1, 0))) {
            Page<byte[]> page = people.shown(snapshot, query, HERE, Projection.ALL);
            assertThat(page.total()).isEqualTo(1);
            assertThat(page.items()).isEmpty();
        }
        Projection brief = Projection.of("userName", null, Kind.USERS.schema());
        Query first = Query.page(filter, null, 1, 10);
        assertThat(text(people.shown(snapshot, first, HERE, brief)))
                .isEqualTo(text(Kind.USERS.shown(snapshot, first, HERE, brief)));
    }

    private static <T> void checkSame(Kept<T> kept, Snapshot snapshot, String filter) {
        Page<byte[]> expected = shown(kept.kind(), snapshot, filter);
        Page<byte[]> page = shown(kept, snapshot, filter);
        assertThat(page.total()).as(filter).isEqualTo(expected.total());
        assertThat(text(page)).as(filter).isEqualTo(text(expected));
    }

    private static Page<byte[]> shown(Shelf<?> shelf, Snapshot snapshot, String filter) {
        Query query = Query.page(Criterion.parse(filter, shelf.schema()), null, 1, 100);
        return shelf.shown(snapshot, query, HERE, Projection.ALL);
    }

    private static List<String> text(Page<byte[]> page) {
        List<String> text = new ArrayList<>();
        page.items().forEach(each -> text.add(new String(each, StandardCharsets.UTF_8)));
        return text;
    }
}
