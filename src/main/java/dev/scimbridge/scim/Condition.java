package dev.scimbridge.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.unboundid.scim2.common.filters.Filter;
import dev.scimbridge.scim.Criterion.Equality;
import java.util.List;
import java.util.function.Predicate;

/**
 * A condition on the values of one attribute, from a PATCH path.
 *
 * @param equalities as {@link Criterion#equalities} says
 */
record Condition(Predicate<Value> test, List<Equality> equalities) {
    static Condition of(Filter filter, Attribute attribute, ResourceSchema schema) {
        Scope<Value> scope = Scope.of(attribute, schema);
        try {
            Predicate<Value> test = FilterCompiler.compile(filter, scope, schema);
            return new Condition(test, Criterion.equalities(filter, scope, schema));
        } catch (ScimProblem e) {
            throw ScimProblem.invalidPath(e.detail());
        }
    }

    boolean matches(JsonNode value) {
        return test.test(new Value.Made(value));
    }
}
