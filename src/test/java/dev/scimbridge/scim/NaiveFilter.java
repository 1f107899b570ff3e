package dev.scimbridge.scim;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * RFC 7644, 3.4.2.2 written down a second time, as plainly as can be and from nothing of the room: a filter as a tree,
 * resources as maps, lists, text and booleans, names in their canonical form.
 */
sealed interface NaiveFilter {
    boolean matches(Object resource);

    /** What kind of value an attribute has. */
    enum Kind {
        TEXT,
        EXACT,
        BOOLEAN,
        DATE
    }

    /** Where an attribute is, as names to follow from the resource or, {@code inside} brackets, from one value. */
    record Attr(List<String> steps, Kind kind, boolean inside) {}

    /** A value to compare with: null, text, a boolean or a date. */
    record Literal(@Nullable Object value) {}

    record And(NaiveFilter one, NaiveFilter other) implements NaiveFilter {
        @Override
        public boolean matches(Object resource) {
            return one.matches(resource) && other.matches(resource);
        }
    }

    record Or(NaiveFilter one, NaiveFilter other) implements NaiveFilter {
        @Override
        public boolean matches(Object resource) {
            return one.matches(resource) || other.matches(resource);
        }
    }

    record Not(NaiveFilter inner) implements NaiveFilter {
        @Override
        public boolean matches(Object resource) {
            return !inner.matches(resource);
        }
    }

    record Present(Attr attr) implements NaiveFilter {
        @Override
        public boolean matches(Object resource) {
            return values(resource, attr.steps()).findAny().isPresent();
        }
    }

    /** Some one value fulfils all that is in the brackets. */
    record ValuePath(Attr attr, NaiveFilter inner) implements NaiveFilter {
        @Override
        public boolean matches(Object resource) {
            return values(resource, attr.steps()).anyMatch(inner::matches);
        }
    }

    /** Any value will do; {@code ne} also holds where there is none, {@code null} is the absence of all. */
    record Compare(Attr attr, String operator, Literal literal) implements NaiveFilter {
        @Override
        public boolean matches(Object resource) {
            List<Object> values = values(resource, attr.steps()).toList();
            if (literal.value() == null) {
                return values.isEmpty() == operator.equals("eq");
            }
            if (operator.equals("ne") && values.isEmpty()) {
                return true;
            }
            return values.stream().anyMatch(value -> attr.kind() == Kind.DATE ? byTime(value) : byText(value));
        }

        private boolean byTime(Object value) {
            Instant is = Instant.parse((String) value);
            int order = is.compareTo((Instant) literal.value());
            return ordered(operator, order);
        }

        private boolean byText(Object value) {
            Function<Object, String> form = each -> attr.kind() == Kind.EXACT
                    ? each.toString()
                    : each.toString().toLowerCase(Locale.ROOT);
            String is = form.apply(value);
            String said = form.apply(literal.value());
            return switch (operator) {
                case "co" -> is.contains(said);
                case "sw" -> is.startsWith(said);
                case "ew" -> is.endsWith(said);
                default -> ordered(operator, is.compareTo(said));
            };
        }
    }

    private static boolean ordered(String operator, int order) {
        return switch (operator) {
            case "eq" -> order == 0;
            case "ne" -> order != 0;
            case "gt" -> order > 0;
            case "ge" -> order >= 0;
            case "lt" -> order < 0;
            case "le" -> order <= 0;
            default -> throw new IllegalArgumentException(operator);
        };
    }

    /** All values at the end of the steps, walking into each of several. */
    private static Stream<Object> values(Object at, List<String> steps) {
        if (at instanceof List<?> several) {
            return several.stream().flatMap(each -> values(each, steps));
        }
        if (steps.isEmpty()) {
            return Stream.of(at);
        }
        Object next = at instanceof Map<?, ?> map ? map.get(steps.get(0)) : null;
        return next == null ? Stream.empty() : values(next, steps.subList(1, steps.size()));
    }
}
