package dev.scimbridge.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.unboundid.scim2.common.filters.Filter;
import com.unboundid.scim2.common.messages.PatchOpType;
import dev.scimbridge.scim.PatchOperation.Said;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Gathers which values of one multi-valued attribute operations speak of, as long as they call each by its name. */
final class Spoken {
    private final NamedValues values;

    private Spoken(NamedValues values) {
        this.values = values;
    }

    /** As {@link Patch#values} says. */
    static Optional<Set<String>> of(Attribute attribute, List<PatchOperation> operations, ResourceSchema schema) {
        Spoken spoken = new Spoken(NamedValues.of(attribute));
        for (PatchOperation operation : operations) {
            for (Said each : operation.said(schema)) {
                if (each.of() == attribute && !attribute.readOnly() && !attribute.dropped()) {
                    spoken.values.hear();
                    spoken.hear(operation, each.what());
                }
            }
        }
        return spoken.values.names();
    }

    private void hear(PatchOperation operation, JsonNode said) {
        Place place = operation.place();
        Filter filter = place == null ? null : place.filter();
        boolean sub = place != null && place.sub() != null;
        boolean remove = operation.op() == PatchOpType.REMOVE;
        if (operation.op() == PatchOpType.REPLACE || sub || (filter != null && !remove)) {
            values.hearAll();
        } else if (filter != null) {
            values.hear(filter);
        } else if (remove && said.isNull()) {
            values.hearAll();
        } else {
            (said.isArray() ? said : List.of(said)).forEach(each -> hear(each, remove));
        }
    }

    /** Removed, what has no name says nothing; added, it may equal a value that is there, as a primary may demote one. */
    private void hear(JsonNode element, boolean remove) {
        JsonNode name = element.isObject() ? Message.find(element, Attribute.VALUE) : element;
        JsonNode primary = element.isObject() ? Message.find(element, Attribute.PRIMARY) : null;
        boolean named = name != null && !ValueReader.unassigned(name);
        if (name != null && named) {
            values.hear(name.asText());
        }
        boolean wanted = named ? primary != null && primary.asBoolean() : !ValueReader.unassigned(element);
        if (wanted && !remove) {
            values.hearAll();
        }
    }
}
