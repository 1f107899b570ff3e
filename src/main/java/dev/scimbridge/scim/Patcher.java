package dev.scimbridge.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.unboundid.scim2.common.messages.PatchOpType;
import dev.scimbridge.scim.ResourceSchema.Extension;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Carries out operations on a draft: RFC 7644, 3.5.2.1 to 3.5.2.3. Multi-valued attributes are {@link ListPatcher}'s. */
final class Patcher {
    /** What a client that names another one cannot have meant to keep. */
    private static final List<String> FOLLOW_VALUE = List.of("$ref", "display", "displayName");

    private final Draft draft;
    private final ResourceSchema schema;
    private final ListPatcher lists;

    Patcher(Draft draft, ResourceSchema schema) {
        this.draft = draft;
        this.schema = schema;
        this.lists = new ListPatcher(draft);
    }

    void carryOut(PatchOperation operation) {
        Place place = operation.place();
        if (place == null) {
            return;
        }
        Attribute attribute = place.attribute();
        if (attribute != null && attribute.dropped()) {
            return;
        }
        if (place.readOnly()) {
            throw ScimProblem.mutability(String.join(".", place.keys()) + " is read-only.");
        }
        if (attribute == null) {
            whole(operation, place.extension(), operation.value());
        } else if (attribute.multiValued()) {
            lists.carryOut(operation, place, attribute);
        } else if (place.sub() == null) {
            one(operation.op(), attribute, operation.value());
        } else {
            sub(operation, attribute, place.sub());
        }
    }

    /** Without a path, or with that of an extension, the value says attributes; the read-only ones do not count. */
    private void whole(PatchOperation operation, @Nullable Extension extension, JsonNode said) {
        PatchOpType op = operation.op();
        if (extension != null && (op == PatchOpType.REMOVE || (said.isNull() && op == PatchOpType.REPLACE))) {
            draft.clear(extension);
            return;
        }
        if (extension != null && ValueReader.unassigned(said)) {
            return;
        }
        if (!said.isObject()) {
            throw ScimProblem.invalidValue("Without a path, the value of " + op + " must be an object of attributes.");
        }
        for (Map.Entry<String, JsonNode> field : said.properties()) {
            String key = field.getKey();
            Extension inner = extension == null ? schema.extension(key) : null;
            if (inner != null) {
                wholeUnlessReadOnly(operation, inner, field.getValue());
            } else if (extension == null && key.equalsIgnoreCase(schema.urn())) {
                whole(operation, null, field.getValue());
            } else {
                keyed(op, schema.attributeIn(extension, key), field.getValue());
            }
        }
    }

    private void wholeUnlessReadOnly(PatchOperation operation, Extension extension, JsonNode said) {
        if (!extension.readOnly()) {
            whole(operation, extension, said);
        }
    }

    private void keyed(PatchOpType op, @Nullable Attribute attribute, JsonNode said) {
        if (attribute == null || attribute.readOnly() || attribute.dropped()) {
            return;
        }
        if (attribute.multiValued()) {
            lists.assign(op, attribute, said);
        } else {
            one(op, attribute, said);
        }
    }

    private void one(PatchOpType op, Attribute attribute, JsonNode said) {
        boolean remove = op == PatchOpType.REMOVE;
        boolean nothing = remove || ValueReader.unassigned(said);
        if (nothing && attribute.required()) {
            throw remove
                    ? ScimProblem.mutability(attribute.label() + " is required and cannot be removed.")
                    : ScimProblem.invalidValue(attribute.label() + " is required.");
        }
        if (nothing) {
            boolean emptyAdd = op == PatchOpType.ADD && said.isContainerNode();
            draft.put(attribute, emptyAdd ? draft.value(attribute) : null);
        } else if (attribute.complex()) {
            draft.put(attribute, merged(attribute, draft.value(attribute), said));
        } else {
            draft.put(attribute, ValueReader.read(attribute, said));
        }
    }

    private void sub(PatchOperation operation, Attribute attribute, Attribute sub) {
        boolean remove = operation.op() == PatchOpType.REMOVE;
        ObjectNode said = Json.object().set(sub.name(), remove ? NullNode.getInstance() : operation.value());
        draft.put(attribute, merged(attribute, draft.value(attribute), said));
    }

    /** A complex value that learns what is said and keeps what is not; null when nothing is left. */
    static @Nullable JsonNode merged(Attribute attribute, @Nullable JsonNode present, JsonNode said) {
        if (!said.isObject()) {
            throw ScimProblem.invalidValue(attribute.label() + " must be an object.");
        }
        ObjectNode merged = present instanceof ObjectNode there ? there : Json.object();
        JsonNode before = merged.get(Attribute.VALUE);
        for (Map.Entry<String, JsonNode> field : said.properties()) {
            Attribute sub = attribute.sub(field.getKey());
            if (sub != null && !sub.readOnly()) {
                merged = attribute.with(merged, sub, ValueReader.sub(attribute, sub, field.getValue()));
            }
        }
        JsonNode after = merged.get(Attribute.VALUE);
        boolean another = before != null && after != null && !before.equals(after);
        return emptied(another ? withoutFollowers(attribute, merged, said) : merged);
    }

    /** When {@code value} points elsewhere, an unmentioned {@code $ref} or name of the former one is stale. */
    private static ObjectNode withoutFollowers(Attribute attribute, ObjectNode merged, JsonNode said) {
        ObjectNode kept = merged;
        for (String name : attribute.sub("$ref") == null ? List.<String>of() : FOLLOW_VALUE) {
            Attribute sub = attribute.sub(name);
            if (sub != null && Message.find(said, name) == null) {
                kept = attribute.with(kept, sub, null);
            }
        }
        return kept;
    }

    private static @Nullable JsonNode emptied(ObjectNode node) {
        return node.isEmpty() ? null : node;
    }
}
