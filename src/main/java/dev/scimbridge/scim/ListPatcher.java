package dev.scimbridge.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.unboundid.scim2.common.filters.Filter;
import com.unboundid.scim2.common.messages.PatchOpType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The part of {@link Patcher} that knows multi-valued attributes, with and without a filter in the path. */
final class ListPatcher {
    private final Draft draft;

    ListPatcher(Draft draft) {
        this.draft = draft;
    }

    void carryOut(PatchOperation operation, Place place, Attribute attribute) {
        if (place.filter() == null && place.sub() == null) {
            if (operation.op() == PatchOpType.REMOVE) {
                remove(attribute, operation.value());
            } else {
                assign(operation.op(), attribute, operation.value());
            }
            return;
        }
        Elements elements = draft.elements(attribute);
        List<Integer> matching = elements.matching(operation.which());
        if (matching.isEmpty() && operation.op() != PatchOpType.REMOVE) {
            create(operation, place, attribute);
            return;
        }
        for (Integer each : matching) {
            elements.put(each, changed(operation, attribute, place.sub(), elements.at(each)));
        }
    }

    /** Adds to the values there are, or puts others in their place. */
    void assign(PatchOpType op, Attribute attribute, JsonNode said) {
        Elements elements = draft.elements(attribute);
        Iterable<JsonNode> values = ValueReader.elements(attribute, said);
        if (op == PatchOpType.REPLACE) {
            elements.clear();
        }
        values.forEach(elements::add);
    }

    /** With values, only these go (Entra, authentik, JumpCloud); {@code []} and values that name nothing remove nothing. */
    private void remove(Attribute attribute, JsonNode said) {
        Elements elements = draft.elements(attribute);
        if (said.isNull()) {
            elements.clear();
            return;
        }
        for (JsonNode each : said.isArray() ? said : List.of(said)) {
            JsonNode element = named(attribute, each);
            if (element != null) {
                elements.remove(element);
            }
        }
    }

    private static @Nullable JsonNode named(Attribute attribute, JsonNode said) {
        Attribute value = attribute.sub(Attribute.VALUE);
        JsonNode name = value == null || !said.isObject() ? said : Message.find(said, Attribute.VALUE);
        return name == null || ValueReader.unassigned(name) ? null : ValueReader.element(attribute, said);
    }

    private static @Nullable JsonNode changed(
            PatchOperation operation, Attribute attribute, @Nullable Attribute sub, JsonNode element) {
        boolean remove = operation.op() == PatchOpType.REMOVE;
        if (sub == null && (remove || ValueReader.unassigned(operation.value()))) {
            return remove || operation.op() == PatchOpType.REPLACE ? null : element;
        }
        JsonNode changed = Patcher.merged(attribute, element, said(operation, attribute, sub));
        requireKept(attribute, sub, element, changed);
        requireWhole(attribute, changed);
        return changed == null || lostItsValue(element, changed) ? null : changed;
    }

    /** Entra clears an address by removing its {@code value}; the label left behind would be a value saying nothing. */
    private static boolean lostItsValue(JsonNode before, JsonNode after) {
        return before.has(Attribute.VALUE) && !after.has(Attribute.VALUE) && ValueReader.labelsNothing(after);
    }

    /** What the operation says of one value, as an object of sub-attributes. */
    private static JsonNode said(PatchOperation operation, Attribute attribute, @Nullable Attribute sub) {
        boolean remove = operation.op() == PatchOpType.REMOVE;
        JsonNode value = remove ? NullNode.getInstance() : operation.value();
        if (sub != null) {
            return Json.object().set(sub.name(), value);
        }
        JsonNode one = value.isArray() && value.size() == 1 ? value.get(0) : value;
        Attribute plain = one.isTextual() ? attribute.sub(Attribute.VALUE) : null;
        return plain == null ? one : Json.object().set(plain.name(), one);
    }

    /**
     * RFC 7644, 3.5.2.3 wants noTarget here; Entra sends a replace for a value that was never there and expects it made
     * of the filter's terms. A replace that looks for a {@code value} means one that must exist already.
     */
    private void create(PatchOperation operation, Place place, Attribute attribute) {
        if (ValueReader.unassigned(operation.value())) {
            return;
        }
        ObjectNode made = described(operation, place.filter(), attribute);
        JsonNode whole = Patcher.merged(attribute, made, said(operation, attribute, place.sub()));
        if (whole != null) {
            requireWhole(attribute, whole);
            draft.elements(attribute).append(whole);
        }
    }

    private static ObjectNode described(PatchOperation operation, @Nullable Filter filter, Attribute attribute) {
        if (filter == null) {
            return Json.object();
        }
        Condition which = operation.which();
        ObjectNode made = Criterion.described(filter, attribute);
        boolean looked = operation.op() == PatchOpType.REPLACE && made != null && made.has(Attribute.VALUE);
        if (made == null || looked || which == null || !which.matches(made)) {
            throw ScimProblem.noTarget("No value of " + attribute.label() + " matches the filter in the path.");
        }
        return made;
    }

    /** What is immutable can be given where there was nothing, and said again (RFC 7644, 3.5.2). */
    private static void requireKept(
            Attribute attribute, @Nullable Attribute sub, JsonNode before, @Nullable JsonNode after) {
        JsonNode was = sub == null || !sub.immutable() ? null : before.get(sub.name());
        if (sub != null && was != null && (after == null || !was.equals(after.get(sub.name())))) {
            throw ScimProblem.mutability(attribute.label() + "." + sub.name() + " cannot be changed.");
        }
    }

    private static void requireWhole(Attribute attribute, @Nullable JsonNode element) {
        for (Attribute sub : attribute.subs()) {
            if (sub.required() && element != null && !element.has(sub.name())) {
                throw ScimProblem.invalidValue(attribute.label() + "." + sub.name() + " is required.");
            }
        }
    }
}
