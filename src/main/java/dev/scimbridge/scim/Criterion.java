package dev.scimbridge.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.unboundid.scim2.common.filters.Filter;
import com.unboundid.scim2.common.filters.FilterType;
import com.unboundid.scim2.common.types.AttributeDefinition;
import dev.scimbridge.scim.Scope.Found;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A filter, read once and asked of many documents (RFC 7644, 3.4.2.2). Text is compared as the attribute's
 * {@code caseExact} says, dates by time, {@code emails eq "x"} means {@code emails.value}; an attribute nobody knows has
 * no value. Anything that cannot be read is 400 {@code invalidFilter}, as are texts over 8192 characters or 50 brackets
 * deep.
 */
public final class Criterion {
    /** The most characters a filter, or a path with one, may have. */
    public static final int LONGEST = 8192;

    private final Predicate<Subject> test;
    private final List<Equality> equalities;
    private final TopNames mentioned;
    private final Read read;

    /** What was read. */
    private record Read(Filter filter, ResourceSchema schema) {}

    /**
     * A condition that every match fulfils, for an index to begin with. The attribute's name is in lower case, dotted,
     * and qualified in an extension: {@code username}, {@code emails.value}, {@code urn:…:user:manager.value}. The value
     * is as the client said it; whether case matters is the attribute's affair.
     */
    public record Equality(String attribute, String value) {}

    private Criterion(Predicate<Subject> test, List<Equality> equalities, TopNames mentioned, Read read) {
        this.test = test;
        this.read = read;
        this.equalities = List.copyOf(equalities);
        this.mentioned = mentioned;
    }

    public static Criterion parse(String filter, ResourceSchema schema) {
        Filter parsed = Sdk.filter(filter);
        Scope<Subject> scope = Scope.of(schema);
        Predicate<Subject> test = FilterCompiler.compile(parsed, scope, schema);
        TopNames mentioned = new TopNames(schema);
        mention(parsed, mentioned);
        return new Criterion(test, equalities(parsed, scope, schema), mentioned, new Read(parsed, schema));
    }

    private static void mention(Filter filter, TopNames names) {
        if (filter.isCombiningFilter()) {
            filter.getCombinedFilters().forEach(each -> mention(each, names));
        } else if (filter.isNotFilter()) {
            mention(filter.getInvertedFilter(), names);
        } else {
            names.add(filter.getAttributePath());
        }
    }

    /** Asks it for what is mentioned, and for no more than tells. */
    public boolean matches(Subject subject) {
        return test.test(subject);
    }

    /** The {@code eq} terms that stand alone or are and-ed at the top; empty when there are none. */
    public List<Equality> equalities() {
        return equalities;
    }

    /** The one {@code eq} term on text that is the whole filter; null if there is more to it, or less. */
    public @Nullable Equality condition() {
        boolean plain = read.filter.getFilterType() == FilterType.EQUAL
                && read.filter.getComparisonValue().isTextual();
        return plain && equalities.size() == 1 ? equalities.get(0) : null;
    }

    /**
     * Whether any term speaks of an attribute at the top, asked for as in {@link Patch#names}. When none does, what a
     * document says there does not matter.
     */
    public boolean mentions(String attribute) {
        return mentioned.contains(attribute);
    }

    /**
     * The values of a multi-valued attribute this filter asks for, when all it asks of it is whether it has one of this
     * name ({@code members.value eq "x"}): then a document that has of its values only those among them is matched as the
     * whole one is. Empty when it asks for anything else. Text whose case does not matter is {@link Folded}.
     */
    public Optional<Set<String>> values(String attribute) {
        Attribute asked = read.schema.attribute(attribute);
        return asked == null ? Optional.of(Set.of()) : Sought.in(read.filter, asked, read.schema);
    }

    static List<Equality> equalities(Filter filter, Scope<?> scope, ResourceSchema schema) {
        List<Equality> equalities = new ArrayList<>();
        collect(filter, scope, "", equalities, schema);
        return equalities;
    }

    private static void collect(
            Filter filter, Scope<?> scope, String prefix, List<Equality> found, ResourceSchema schema) {
        if (filter.getFilterType() == FilterType.AND) {
            filter.getCombinedFilters().forEach(each -> collect(each, scope, prefix, found, schema));
        } else if (filter.getFilterType() == FilterType.EQUAL) {
            Found<?> attribute = FilterCompiler.find(filter.getAttributePath(), scope);
            if (attribute != null && !filter.getComparisonValue().isNull()) {
                found.add(new Equality(
                        prefix + attribute.comparable().name(),
                        filter.getComparisonValue().asText()));
            }
        } else if (filter.getFilterType() == FilterType.COMPLEX_VALUE) {
            Found<?> complex = FilterCompiler.find(filter.getAttributePath(), scope);
            if (complex != null) {
                Scope<Value> inner = Scope.of(complex.attribute(), schema);
                collect(filter.getValueFilter(), inner, prefix + complex.name() + ".", found, schema);
            }
        }
    }

    /** The value that a PATCH makes when none matches its filter, if the filter says what it would look like. */
    static @Nullable ObjectNode described(Filter filter, Attribute attribute) {
        if (filter.getFilterType() == FilterType.AND) {
            ObjectNode all = Json.object();
            for (Filter each : filter.getCombinedFilters()) {
                ObjectNode part = described(each, attribute);
                if (part == null) {
                    return null;
                }
                all.setAll(part);
            }
            return all;
        }
        Attribute sub = filter.getFilterType() == FilterType.EQUAL
                        && filter.getAttributePath().size() == 1
                ? attribute.sub(filter.getAttributePath().getElement(0).getAttribute())
                : null;
        if (sub == null || filter.getComparisonValue().isNull()) {
            return null;
        }
        JsonNode literal = filter.getComparisonValue();
        boolean truth = sub.type() == AttributeDefinition.Type.BOOLEAN;
        JsonNode value = truth ? BooleanNode.valueOf(Comparison.truth(literal, sub.label())) : literal;
        return Json.object().set(sub.name(), value);
    }
}
