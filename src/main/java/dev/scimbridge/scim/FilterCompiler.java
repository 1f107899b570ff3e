package dev.scimbridge.scim;

import com.unboundid.scim2.common.Path;
import com.unboundid.scim2.common.exceptions.ScimException;
import com.unboundid.scim2.common.filters.AndFilter;
import com.unboundid.scim2.common.filters.ComplexValueFilter;
import com.unboundid.scim2.common.filters.ContainsFilter;
import com.unboundid.scim2.common.filters.EndsWithFilter;
import com.unboundid.scim2.common.filters.EqualFilter;
import com.unboundid.scim2.common.filters.Filter;
import com.unboundid.scim2.common.filters.FilterVisitor;
import com.unboundid.scim2.common.filters.GreaterThanFilter;
import com.unboundid.scim2.common.filters.GreaterThanOrEqualFilter;
import com.unboundid.scim2.common.filters.LessThanFilter;
import com.unboundid.scim2.common.filters.LessThanOrEqualFilter;
import com.unboundid.scim2.common.filters.NotEqualFilter;
import com.unboundid.scim2.common.filters.NotFilter;
import com.unboundid.scim2.common.filters.OrFilter;
import com.unboundid.scim2.common.filters.PresentFilter;
import com.unboundid.scim2.common.filters.StartsWithFilter;
import dev.scimbridge.scim.Comparison.Operator;
import dev.scimbridge.scim.Scope.Found;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Makes the SDK's parsed filter into a test of resources, or of values inside brackets (RFC 7644, 3.4.2.2), because the SDK's own evaluation knows no
 * schema. A name that nothing has is an attribute without a value (3.4.2.1).
 */
final class FilterCompiler<T> implements FilterVisitor<Predicate<T>, Scope<T>> {
    private final ResourceSchema schema;

    private FilterCompiler(ResourceSchema schema) {
        this.schema = schema;
    }

    static <T> Predicate<T> compile(Filter filter, Scope<T> scope, ResourceSchema schema) {
        return new FilterCompiler<T>(schema).compile(filter, scope);
    }

    private Predicate<T> compile(Filter filter, Scope<T> scope) {
        try {
            return filter.visit(this, scope);
        } catch (ScimException e) {
            throw Sdk.problem(e);
        }
    }

    @Override
    public Predicate<T> visit(AndFilter filter, Scope<T> scope) {
        List<Predicate<T>> parts = parts(filter, scope);
        return node -> {
            for (Predicate<T> part : parts) {
                if (!part.test(node)) {
                    return false;
                }
            }
            return true;
        };
    }

    @Override
    public Predicate<T> visit(OrFilter filter, Scope<T> scope) {
        List<Predicate<T>> parts = parts(filter, scope);
        return node -> {
            for (Predicate<T> part : parts) {
                if (part.test(node)) {
                    return true;
                }
            }
            return false;
        };
    }

    private List<Predicate<T>> parts(Filter filter, Scope<T> scope) {
        List<Predicate<T>> parts = new ArrayList<>();
        filter.getCombinedFilters().forEach(each -> parts.add(compile(each, scope)));
        return parts;
    }

    @Override
    public Predicate<T> visit(NotFilter filter, Scope<T> scope) {
        return compile(filter.getInvertedFilter(), scope).negate();
    }

    /** All conditions in the brackets must hold for one and the same value. */
    @Override
    public Predicate<T> visit(ComplexValueFilter filter, Scope<T> scope) {
        Found<T> found = find(filter.getAttributePath(), scope);
        if (found == null) {
            return node -> false;
        }
        if (!found.attribute().complex()) {
            throw ScimProblem.invalidFilter(found.attribute().label() + " has no sub-attributes.");
        }
        Predicate<Value> inner = compile(filter.getValueFilter(), Scope.of(found.attribute(), schema), schema);
        return node -> found.any(node, inner);
    }

    @Override
    public Predicate<T> visit(PresentFilter filter, Scope<T> scope) {
        return present(filter, scope);
    }

    @Override
    public Predicate<T> visit(EqualFilter filter, Scope<T> scope) {
        return filter.getComparisonValue().isNull()
                ? present(filter, scope).negate()
                : compare(Operator.EQ, filter, scope);
    }

    /** One value that differs is enough, and so is none at all. */
    @Override
    public Predicate<T> visit(NotEqualFilter filter, Scope<T> scope) {
        if (filter.getComparisonValue().isNull()) {
            return present(filter, scope);
        }
        Found<T> found = find(filter.getAttributePath(), scope);
        if (found == null) {
            return node -> true;
        }
        Found<T> compared = found.comparable();
        Predicate<Value> differs = Comparison.of(Operator.EQ, compared.attribute(), filter.getComparisonValue())
                .negate();
        return node -> compared.any(node, differs) || !compared.any(node, value -> true);
    }

    private static <T> Predicate<T> present(Filter filter, Scope<T> scope) {
        Found<T> found = find(filter.getAttributePath(), scope);
        return found == null ? node -> false : node -> found.any(node, value -> true);
    }

    @Override
    public Predicate<T> visit(ContainsFilter filter, Scope<T> scope) {
        return compare(Operator.CO, filter, scope);
    }

    @Override
    public Predicate<T> visit(StartsWithFilter filter, Scope<T> scope) {
        return compare(Operator.SW, filter, scope);
    }

    @Override
    public Predicate<T> visit(EndsWithFilter filter, Scope<T> scope) {
        return compare(Operator.EW, filter, scope);
    }

    @Override
    public Predicate<T> visit(GreaterThanFilter filter, Scope<T> scope) {
        return compare(Operator.GT, filter, scope);
    }

    @Override
    public Predicate<T> visit(GreaterThanOrEqualFilter filter, Scope<T> scope) {
        return compare(Operator.GE, filter, scope);
    }

    @Override
    public Predicate<T> visit(LessThanFilter filter, Scope<T> scope) {
        return compare(Operator.LT, filter, scope);
    }

    @Override
    public Predicate<T> visit(LessThanOrEqualFilter filter, Scope<T> scope) {
        return compare(Operator.LE, filter, scope);
    }

    private static <T> Predicate<T> compare(Operator operator, Filter filter, Scope<T> scope) {
        if (filter.getComparisonValue().isNull()) {
            throw ScimProblem.invalidFilter("null can only be equal or not.");
        }
        Found<T> found = find(filter.getAttributePath(), scope);
        if (found == null) {
            return node -> false;
        }
        Found<T> compared = found.comparable();
        Predicate<Value> test = Comparison.of(operator, compared.attribute(), filter.getComparisonValue());
        return node -> compared.any(node, test);
    }

    static <T> @Nullable Found<T> find(Path path, Scope<T> scope) {
        try {
            return scope.find(path);
        } catch (ScimProblem e) {
            throw ScimProblem.invalidFilter(e.detail());
        }
    }
}
