package dev.scimbridge.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NumericNode;
import com.unboundid.scim2.common.types.AttributeDefinition;
import java.math.BigDecimal;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/**
 * The comparison of one simple value with a literal, by the attribute's type and case rule (RFC 7644, 3.4.2.2). What
 * the literal means is settled when it is made.
 */
final class Comparison {
    enum Operator {
        EQ,
        CO,
        SW,
        EW,
        GT,
        GE,
        LT,
        LE;

        boolean ordering() {
            return compareTo(GT) >= 0;
        }

        /** What a result of {@link Comparable#compareTo} must be; for the operators that compare. */
        IntPredicate test() {
            return switch (this) {
                case GT -> order -> order > 0;
                case GE -> order -> order >= 0;
                case LT -> order -> order < 0;
                case LE -> order -> order <= 0;
                default -> order -> order == 0;
            };
        }
    }

    /** How many characters a coarse mark tells apart, by so many bits each. */
    private static final int MARKED = 9;

    private static final int BITS = 7;
    private static final int BEYOND = (1 << BITS) - 1;

    private Comparison() {}

    static Predicate<Value> of(Operator operator, Attribute attribute, JsonNode literal) {
        if (attribute.complex()) {
            throw ScimProblem.invalidFilter(attribute.label() + " is complex: name one of its sub-attributes.");
        }
        if ((attribute.type() == AttributeDefinition.Type.BOOLEAN
                        || attribute.type() == AttributeDefinition.Type.BINARY)
                && operator != Operator.EQ) {
            throw ScimProblem.invalidFilter(attribute.label() + " can only be equal or not (RFC 7644, 3.4.2.2).");
        }
        return switch (attribute.type()) {
            case BOOLEAN -> truth(attribute, literal);
            case INTEGER, DECIMAL -> number(operator, attribute, literal);
            case DATETIME -> date(operator, attribute, literal.asText());
            default -> text(operator, attribute.caseExact(), literal.asText());
        };
    }

    /** Entra says {@code primary eq "True"}. */
    static boolean truth(JsonNode literal, String label) {
        String said = literal.asText();
        if (said.equalsIgnoreCase("true") || said.equalsIgnoreCase("false")) {
            return said.equalsIgnoreCase("true");
        }
        throw ScimProblem.invalidFilter(label + " is true or false.");
    }

    private static Predicate<Value> truth(Attribute attribute, JsonNode literal) {
        boolean wanted = truth(literal, attribute.label());
        return value -> value.node().isBoolean() && value.node().booleanValue() == wanted;
    }

    private static Predicate<Value> number(Operator operator, Attribute attribute, JsonNode literal) {
        if (operator == Operator.CO || operator == Operator.SW || operator == Operator.EW) {
            throw ScimProblem.invalidFilter(attribute.label() + " is a number.");
        }
        try {
            BigDecimal wanted = new BigDecimal(literal.asText());
            IntPredicate test = operator.test();
            return value -> value.node() instanceof NumericNode number
                    && test.test(number.decimalValue().compareTo(wanted));
        } catch (NumberFormatException e) {
            throw ScimProblem.invalidFilter(attribute.label() + " is a number.");
        }
    }

    private static Predicate<Value> date(Operator operator, Attribute attribute, String wanted) {
        if (operator != Operator.EQ && !operator.ordering()) {
            return text(operator, true, wanted);
        }
        if (Moment.parse(wanted) == null) {
            throw ScimProblem.invalidFilter(attribute.label() + " is a date, such as 2026-01-31T12:00:00Z.");
        }
        IntPredicate test = operator.test();
        return value -> test.test(Moment.compare(value.node().asText(), wanted));
    }

    private static Predicate<Value> text(Operator operator, boolean exact, String wanted) {
        Wording wording = new Wording(operator, exact, wanted);
        return value -> value.is(wording);
    }

    /**
     * A mark of where a text stands when case does not matter: if it is less than another's, {@link Wording#compare} says so
     * too. It is made of what the first nine characters are folded to, as {@link String#compareToIgnoreCase} does it:
     * seven bits each, none for the end. The last value stands for all that is not ASCII then, which comes behind what
     * is; from there on nothing counts, as it takes whole code points to tell.
     */
    static long coarse(String text) {
        long mark = 0;
        long digit = 0;
        int i = 0;
        for (; i < Math.min(MARKED, text.length()) && digit < BEYOND; i++) {
            digit = Math.min(BEYOND, 1 + Character.toLowerCase(Character.toUpperCase(text.charAt(i))));
            mark = (mark << BITS) | digit;
        }
        return mark << (BITS * (MARKED - i));
    }
}
