package dev.scimbridge.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.unboundid.scim2.common.types.AttributeDefinition;
import com.unboundid.scim2.common.types.AttributeDefinition.Mutability;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One attribute or sub-attribute: the SDK's definition, found without regard to case (RFC 7643, 2.1). Compared by
 * identity; each schema has one of each.
 */
final class Attribute {
    static final String VALUE = "value";
    static final String TYPE = "type";
    static final String PRIMARY = "primary";

    private final AttributeDefinition definition;
    private final @Nullable String urn;
    private final Map<String, Attribute> subs = new LinkedHashMap<>();

    /** {@code urn} names the extension the attribute lives in; null at the top. */
    Attribute(AttributeDefinition definition, @Nullable String urn) {
        this.definition = definition;
        this.urn = urn;
        Collection<AttributeDefinition> declared = definition.getSubAttributes();
        for (AttributeDefinition sub : declared == null ? List.<AttributeDefinition>of() : declared) {
            subs.put(fold(sub.getName()), new Attribute(sub, null));
        }
    }

    static String fold(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    String name() {
        return definition.getName();
    }

    @Nullable
    String urn() {
        return urn;
    }

    /** The name as errors say it. */
    String label() {
        return urn == null ? name() : urn + ":" + name();
    }

    AttributeDefinition.Type type() {
        return definition.getType();
    }

    boolean complex() {
        return definition.getType() == AttributeDefinition.Type.COMPLEX;
    }

    boolean multiValued() {
        return definition.isMultiValued();
    }

    boolean required() {
        return definition.isRequired();
    }

    boolean caseExact() {
        return definition.isCaseExact();
    }

    boolean readOnly() {
        return definition.getMutability() == Mutability.READ_ONLY;
    }

    boolean immutable() {
        return definition.getMutability() == Mutability.IMMUTABLE;
    }

    /** Accepted and never kept: passwords, and {@code schemas}, which follows from what is there. */
    boolean dropped() {
        return definition.getMutability() == Mutability.WRITE_ONLY || name().equals(ResourceSchema.SCHEMAS);
    }

    Collection<Attribute> subs() {
        return subs.values();
    }

    @Nullable
    Attribute sub(String name) {
        return subs.get(fold(name));
    }

    /** A copy of a complex value with one sub-attribute set or, with null, unassigned; in canonical order. */
    ObjectNode with(ObjectNode complex, Attribute sub, @Nullable JsonNode value) {
        ObjectNode copy = Json.object();
        for (Attribute each : subs.values()) {
            JsonNode said = each == sub ? value : complex.get(each.name());
            if (said != null) {
                copy.set(each.name(), said);
            }
        }
        return copy;
    }
}
