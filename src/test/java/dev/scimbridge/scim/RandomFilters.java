package dev.scimbridge.scim;

import static dev.scimbridge.scim.NaiveFilter.Kind.BOOLEAN;
import static dev.scimbridge.scim.NaiveFilter.Kind.DATE;
import static dev.scimbridge.scim.NaiveFilter.Kind.EXACT;
import static dev.scimbridge.scim.NaiveFilter.Kind.TEXT;

import dev.scimbridge.scim.NaiveFilter.And;
import dev.scimbridge.scim.NaiveFilter.Attr;
import dev.scimbridge.scim.NaiveFilter.Compare;
import dev.scimbridge.scim.NaiveFilter.Kind;
import dev.scimbridge.scim.NaiveFilter.Literal;
import dev.scimbridge.scim.NaiveFilter.Not;
import dev.scimbridge.scim.NaiveFilter.Or;
import dev.scimbridge.scim.NaiveFilter.Present;
import dev.scimbridge.scim.NaiveFilter.ValuePath;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Random filters on users, and random users for them as maps; both know what RFC 7643 says of the attributes. */
final class RandomFilters {
    static final String E = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
    static final String BRIDGE = "urn:ietf:params:scim:schemas:extension:scimbridge:2.0:User";

    private static final List<String> WORDS =
            List.of("a", "B", "ab", "Ba", "7", "é", "É", "x\"y", "a\\b", "b [c] (d) or e pr");
    private static final List<Instant> TIMES = List.of(
            Instant.parse("2026-01-01T00:00:00Z"),
            Instant.parse("2026-01-01T00:00:00.250Z"),
            Instant.parse("2026-01-01T00:00:00.2500001Z"),
            Instant.parse("2025-12-31T20:00:00Z"));

    private static final List<Attr> ATTRIBUTES = List.of(
            at(TEXT, "userName"),
            at(TEXT, "title"),
            at(EXACT, "externalId"),
            at(EXACT, "id"),
            at(EXACT, "profileUrl"),
            at(EXACT, "schemas"),
            at(BOOLEAN, "active"),
            at(TEXT, "name", "givenName"),
            at(TEXT, "name", "familyName"),
            at(TEXT, "emails", "value"),
            at(TEXT, "emails", "type"),
            at(BOOLEAN, "emails", "primary"),
            at(EXACT, "photos", "value"),
            at(TEXT, "addresses", "locality"),
            at(TEXT, E, "department"),
            at(TEXT, E, "manager", "value"),
            at(EXACT, E, "manager", "$ref"),
            at(TEXT, BRIDGE, "state"),
            at(EXACT, "meta", "resourceType"),
            at(DATE, "meta", "created"),
            at(TEXT, "shoeSize"),
            at(TEXT, "emails", "shoeSize"),
            at(TEXT, "urn:x:2.0:User", "userName"));

    private static final Map<Attr, List<Attr>> COMPLEX = Map.of(
            at(TEXT, "name"), List.of(in(TEXT, "givenName"), in(TEXT, "familyName")),
            at(TEXT, "emails"),
                    List.of(in(TEXT, "value"), in(TEXT, "type"), in(BOOLEAN, "primary"), in(TEXT, "shoeSize")),
            at(TEXT, "photos"), List.of(in(EXACT, "value"), in(TEXT, "type")),
            at(TEXT, "addresses"), List.of(in(TEXT, "locality"), in(TEXT, "type"), in(BOOLEAN, "primary")),
            at(TEXT, E, "manager"), List.of(in(TEXT, "value"), in(EXACT, "$ref")),
            at(TEXT, "meta"), List.of(in(DATE, "created"), in(EXACT, "resourceType")));

    private final Random random;

    RandomFilters(Random random) {
        this.random = random;
    }

    private static Attr at(Kind kind, String... steps) {
        return new Attr(List.of(steps), kind, false);
    }

    private static Attr in(Kind kind, String name) {
        return new Attr(List.of(name), kind, true);
    }

    NaiveFilter next(int depth) {
        return tree(depth, ATTRIBUTES);
    }

    private NaiveFilter tree(int depth, List<Attr> known) {
        return switch (depth == 0 ? 9 : random.nextInt(9)) {
            case 0 -> new Not(tree(depth - 1, known));
            case 1, 2 -> new And(tree(depth - 1, known), tree(depth - 1, known));
            case 3, 4 -> new Or(tree(depth - 1, known), tree(depth - 1, known));
            default -> term(depth, known);
        };
    }

    private NaiveFilter term(int depth, List<Attr> known) {
        if (known == ATTRIBUTES && random.nextInt(3) == 0) {
            Attr complex = pick(List.copyOf(COMPLEX.keySet()));
            return random.nextInt(4) == 0
                    ? new Present(complex)
                    : new ValuePath(complex, tree(depth + 1, COMPLEX.get(complex)));
        }
        Attr attr = pick(known);
        return random.nextInt(6) == 0 ? new Present(attr) : compare(attr);
    }

    private Compare compare(Attr attr) {
        if (random.nextInt(10) == 0) {
            return new Compare(attr, pick(List.of("eq", "ne")), new Literal(null));
        }
        return switch (attr.kind()) {
            case BOOLEAN -> new Compare(attr, pick(List.of("eq", "ne")), new Literal(random.nextBoolean()));
            case DATE -> new Compare(attr, pick(List.of("eq", "ne", "gt", "ge", "lt", "le")), new Literal(pick(TIMES)));
            default ->
                new Compare(
                        attr,
                        pick(List.of("eq", "ne", "co", "sw", "ew", "gt", "ge", "lt", "le")),
                        new Literal(attr.steps().equals(List.of("schemas")) ? pick(List.of(E, BRIDGE)) : said()));
        };
    }

    /** Also nothing at all, which text can contain and begin with. */
    private String said() {
        return random.nextInt(12) == 0 ? "" : pick(WORDS);
    }

    /** A user as a map, with what only the server writes. */
    Map<String, Object> user() {
        Map<String, Object> user = new LinkedHashMap<>();
        List<String> schemas = new ArrayList<>(List.of("urn:ietf:params:scim:schemas:core:2.0:User"));
        user.put("schemas", schemas);
        user.put("id", pick(WORDS));
        user.put("userName", pick(WORDS));
        user.put("meta", Map.of("resourceType", "User", "created", pick(TIMES).toString()));
        perhaps(user, "title", pick(WORDS));
        perhaps(user, "externalId", pick(WORDS));
        perhaps(user, "profileUrl", pick(WORDS));
        perhaps(user, "active", random.nextBoolean());
        perhaps(user, "name", some("givenName", "familyName"));
        perhaps(user, "emails", several("value", "type"));
        perhaps(user, "photos", several("value", "type"));
        perhaps(user, "addresses", several("locality", "type"));
        if (random.nextBoolean()) {
            user.put(E, Map.of("department", pick(WORDS), "manager", some("value", "$ref")));
            schemas.add(E);
        }
        if (random.nextBoolean()) {
            user.put(BRIDGE, Map.of("state", pick(WORDS)));
            schemas.add(BRIDGE);
        }
        return user;
    }

    private void perhaps(Map<String, Object> map, String name, Object value) {
        if (random.nextInt(3) > 0) {
            map.put(name, value);
        }
    }

    private Map<String, Object> some(String always, String sometimes) {
        Map<String, Object> some = new LinkedHashMap<>();
        some.put(always, pick(WORDS));
        perhaps(some, sometimes, pick(WORDS));
        return some;
    }

    private List<Map<String, Object>> several(String always, String sometimes) {
        List<Map<String, Object>> several = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            Map<String, Object> one = some(always, sometimes);
            perhaps(one, "primary", several.isEmpty() && random.nextBoolean());
            several.add(one);
        }
        return several;
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
