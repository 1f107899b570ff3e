package dev.scimbridge.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.scimbridge.directory.Changes.Regroup;
import dev.scimbridge.lifecycle.AccountType;
import dev.scimbridge.lifecycle.Desired;
import dev.scimbridge.lifecycle.State;
import dev.scimbridge.scim.Criterion;
import dev.scimbridge.scim.Document;
import dev.scimbridge.scim.Ordering;
import dev.scimbridge.scim.ResourceSchema;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is found by looking at single attributes is what whole documents say: of any people, asked anything. */
class PortraitTest {
    private static final int LONGEST = 1000;
    private static final Instant LATER = Someone.NOON.plusMillis(250);
    private static final String CORE = "urn:ietf:params:scim:schemas:core:2.0:User:";
    private static final String ENTERPRISE = ResourceSchema.ENTERPRISE_USER + ":";
    private static final String BRIDGE = ResourceSchema.BRIDGE_USER + ":";

    private static final List<String> TEXTS = List.of(
            "userName",
            "externalId",
            "id",
            "title",
            "nickName",
            "name.familyName",
            "name.formatted",
            "displayName",
            "emails",
            "emails.value",
            "emails.type",
            "roles",
            "roles.value",
            "roles.display",
            "userType",
            "groups",
            "groups.value",
            "groups.display",
            "meta.resourceType",
            "meta.version",
            "meta.location",
            "schemas",
            "department",
            CORE + "userName",
            ENTERPRISE + "department",
            ENTERPRISE + "manager.value",
            BRIDGE + "state",
            BRIDGE + "reason",
            BRIDGE + "workspaceUid",
            BRIDGE + "workspaceEmail",
            BRIDGE + "accountTypeFrom",
            BRIDGE + "inviteStatus",
            "shoeSize");
    private static final List<String> WORDS = List.of(
            "a",
            "max@acme.io",
            "ana@acme.io",
            "Max",
            "work",
            "DEVELOPER",
            "ADMIN",
            "User",
            "Sales",
            "settled",
            "Team",
            "uid-of-max@acme.io",
            "open",
            ResourceSchema.ENTERPRISE_USER,
            "W/\\\"1\\\"",
            "x1");
    private static final List<String> MOMENTS = List.of(
            "2026-03-01T12:00:00Z",
            "2026-03-01T12:00:00.25Z",
            "2026-03-01T12:00:00.250000Z",
            "2026-03-01",
            "2026-03-01T13:00:00+01:00");

    private final Presentation presentation = new Presentation(AccountTypeRules.DEFAULT);

    private static <T> T one(List<T> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }

    private static User person(int number, Random random) {
        String address =
                one(List.of("max", "Max", "ana", "eva"), random) + (random.nextBoolean() ? "" : number) + "@acme.io";
        AccountType type = one(List.of(AccountType.DEVELOPER, AccountType.ADMIN, AccountType.BUSINESS), random);
        List<String> said = new ArrayList<>();
        for (String each : List.of(
                "'userName':'" + address + "'",
                "'externalId':'x" + number + "'",
                "'title':'a'",
                "'nickName':'Max'",
                "'name':{'familyName':'Max','givenName':'a'}",
                "'emails':[{'value':'max@acme.io','type':'work'}]",
                "'roles':[{'value':'DEVELOPER'},{'value':'other','primary':true}]",
                "'userType':'Employee'",
                "'" + ResourceSchema.ENTERPRISE_USER + "':{'department':'Sales','manager':{'value':'a'}}")) {
            if (random.nextInt(3) > 0) {
                said.add(each);
            }
        }
        String all = "{" + String.join(",", said) + "}";
        User user = switch (random.nextInt(5)) {
            case 0 -> Someone.called(address);
            case 1 -> Someone.member(address, type);
            case 2 -> Someone.invited(address, type, all);
            case 3 -> Someone.held(Someone.managed(address, type, all), new Desired.Inactive());
            default -> Someone.managed(address, type, all).on(Someone.course(one(List.of(State.values()), random)));
        };
        Instant modified = random.nextBoolean() ? Someone.NOON : LATER;
        UUID id = new UUID(random.nextLong(), random.nextLong());
        User numbered = new User(
                new Identity(id, 0, user.identity().address()),
                user.said(),
                user.wish(),
                user.held(),
                user.observation(),
                user.account(),
                user.course(),
                user.meta());
        return numbered.with(new Meta(1, random.nextInt(20), number, Someone.NOON, modified));
    }

    private Snapshot snapshot(Random random) {
        Snapshot snapshot = Snapshot.empty(presentation);
        for (int number = 0; number < 40; number++) {
            User user = person(number, random);
            snapshot = snapshot.with(Changes.of(user));
            if (random.nextInt(3) == 0) {
                Group team = Teams.called(random.nextBoolean() ? "Team " + number : "ADMIN " + number);
                Regroup joined = new Regroup(team, false, Set.of(user.id()), Set.of());
                snapshot = snapshot.with(new Changes(List.of(), List.of(joined), Map.of(user.id(), LATER)));
            }
        }
        return snapshot;
    }

    private static String filter(Random random, int deep) {
        if (deep > 0) {
            String one = filter(random, deep - 1);
            return switch (random.nextInt(4)) {
                case 0 -> "not (" + one + ")";
                case 1 -> "(" + one + ") and (" + filter(random, deep - 1) + ")";
                case 2 -> "(" + one + ") or (" + filter(random, deep - 1) + ")";
                default -> one;
            };
        }
        return switch (random.nextInt(6)) {
            case 0 -> one(TEXTS, random) + " pr";
            case 1 -> "active eq " + random.nextBoolean();
            case 2 ->
                one(List.of("meta.created", "meta.lastModified", BRIDGE + "since"), random) + " "
                        + one(List.of("eq", "gt", "ge", "lt", "le", "ne"), random) + " \"" + one(MOMENTS, random)
                        + "\"";
            case 3 ->
                one(List.of("emails", "roles", "groups", "name", "meta"), random) + "[type eq \"" + one(WORDS, random)
                        + "\" or value co \"" + one(WORDS, random) + "\"]";
            default ->
                one(TEXTS, random) + " " + one(List.of("eq", "ne", "co", "sw", "ew", "gt", "le"), random) + " \""
                        + one(WORDS, random) + "\"";
        };
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void both_ways_give_the_same_people_in_the_same_order(long seed) {
        Random random = new Random(seed);
        Snapshot snapshot = snapshot(random);
        List<User> everybody = snapshot.users(Query.page(null, null, 1, 100)).items();
        Map<User, Document> whole = whole(snapshot, everybody);
        for (int i = 0; i < 400; i++) {
            String said = filter(random, random.nextInt(3));
            String sortBy = random.nextInt(4) == 0 ? "userName" : one(TEXTS, random);
            Criterion criterion = Criterion.parse(said, ResourceSchema.USER);
            Ordering order = Ordering.by(sortBy, random.nextBoolean() ? "descending" : null, ResourceSchema.USER);
            List<UUID> naive = everybody.stream()
                    .filter(user -> criterion.matches(whole.get(user)))
                    .sorted(comparing(order, whole))
                    .map(User::id)
                    .toList();
            Page<User> found = snapshot.users(Query.page(criterion, order, 1, 100));
            assertThat(found.items())
                    .as("%s by %s", said, sortBy)
                    .extracting(User::id)
                    .isEqualTo(naive);
        }
    }

    /** The people are in the order of the list, which ties keep; a descending order is the ascending one from its end. */
    private static Comparator<User> comparing(Ordering order, Map<User, Document> whole) {
        Comparator<User> places =
                Comparator.<User>comparingLong(user -> user.meta().born()).thenComparing(User::id);
        Comparator<User> byKey = (one, other) -> order.compare(order.key(whole.get(one)), order.key(whole.get(other)));
        return byKey.thenComparing(order.isDescending() ? places.reversed() : places);
    }

    private static Map<User, Document> whole(Snapshot snapshot, List<User> people) {
        Map<User, Document> whole = new IdentityHashMap<>();
        people.forEach(user -> whole.put(user, snapshot.document(user, Locations.NONE)));
        return whole;
    }

    /** One who was named otherwise, or was not there, before: each page of the kept order is the one that sorting makes. */
    @ParameterizedTest
    @ValueSource(strings = {"ascending", "descending"})
    void the_order_that_is_kept_is_the_one_that_would_be_made(String direction) {
        Ordering order = Ordering.by("userName", direction, ResourceSchema.USER);
        Random random = new Random(7);
        Snapshot snapshot = snapshot(random);
        for (int change = 0; change < 60; change++) {
            List<User> there = snapshot.users(Query.page(null, null, 1, 100)).items();
            User user = one(there, random);
            User next = person(100 + change, random);
            snapshot = snapshot.with(Changes.of(
                    switch (random.nextInt(4)) {
                        case 0 -> user.wishing(Someone.met(new Desired.Deleted()));
                        case 1 -> next;
                        default -> user.saying(next.said());
                    }));
            List<User> all = snapshot.users(Query.page(null, null, 1, 200)).items();
            Map<User, Document> whole = whole(snapshot, all);
            List<UUID> naive =
                    all.stream().sorted(comparing(order, whole)).map(User::id).toList();
            assertThat(walk(snapshot, order, 1 + random.nextInt(7))).isEqualTo(naive);
            int from = random.nextInt(naive.size());
            assertThat(snapshot.users(Query.page(null, order, from + 1, 5)).items())
                    .extracting(User::id)
                    .isEqualTo(naive.subList(from, Math.min(from + 5, naive.size())));
        }
    }

    private static List<UUID> walk(Snapshot snapshot, Ordering order, int count) {
        List<UUID> seen = new ArrayList<>();
        Mark mark = null;
        do {
            Page<User> page = snapshot.users(new Query(null, order, 1, mark, count));
            page.items().forEach(user -> seen.add(user.id()));
            mark = page.last();
        } while (mark != null && seen.size() < LONGEST);
        return seen;
    }
}
