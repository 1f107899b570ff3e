package dev.scimbridge.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.unboundid.scim2.common.filters.Filter;
import com.unboundid.scim2.common.filters.FilterType;
import com.unboundid.scim2.common.messages.PatchOpType;
import dev.scimbridge.scim.PatchOperation.Said;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Gathers which values of one multi-valued attribute operations speak of, as long as they call each by its name. */
final class Spoken {
    private final Attribute attribute;
    private final Attribute value;
    private final Set<String> values = new HashSet<>();
    private boolean ofAll;

    private Spoken(Attribute attribute, Attribute value) {
        this.attribute = attribute;
        this.value = value;
    }

    /** As {@link Patch#values} says. */
    static Optional<Set<String>> of(Attribute attribute, List<PatchOperation> operations, ResourceSchema schema) {
        Attribute value = attribute.multiValued() ? attribute.sub(Attribute.VALUE) : null;
        Spoken spoken = new Spoken(attribute, value == null ? attribute : value);
        for (PatchOperation operation : operations) {
            for (Said each : operation.said(schema)) {
                if (each.of() == attribute && !attribute.readOnly() && !attribute.dropped()) {
                    spoken.ofAll |= value == null;
                    spoken.hear(operation, each.what());
                }
            }
        }
        return spoken.ofAll ? Optional.empty() : Optional.of(Set.copyOf(spoken.values));
    }

    private void hear(PatchOperation operation, JsonNode said) {
        Place place = operation.place();
        Filter filter = place == null ? null : place.filter();
        boolean sub = place != null && place.sub() != null;
        boolean remove = operation.op() == PatchOpType.REMOVE;
        if (operation.op() == PatchOpType.REPLACE || sub || (filter != null && !remove)) {
            ofAll = true;
        } else if (filter != null) {
            hear(filter);
        } else {
            ofAll |= remove && said.isNull();
            (said.isArray() ? said : List.of(said)).forEach(each -> hear(each, remove));
        }
    }

    /** {@code value eq "x"}, alone or or-ed. */
    private void hear(Filter filter) {
        if (filter.getFilterType() == FilterType.OR) {
            filter.getCombinedFilters().forEach(this::hear);
        } else if (filter.getFilterType() == FilterType.EQUAL
                && attribute.sub(filter.getAttributePath().getElement(0).getAttribute()) == value
                && !filter.getComparisonValue().isNull()) {
            hear(filter.getComparisonValue().asText());
        } else {
            ofAll = true;
        }
    }

    /** Removed, what has no name says nothing; added, it may equal a value that is there, as a primary may demote one. */
    private void hear(JsonNode element, boolean remove) {
        JsonNode name = element.isObject() ? Message.find(element, Attribute.VALUE) : element;
        JsonNode primary = element.isObject() ? Message.find(element, Attribute.PRIMARY) : null;
        if (name != null && !ValueReader.unassigned(name)) {
            hear(name.asText());
            ofAll |= !remove && primary != null && primary.asBoolean();
        } else {
            ofAll |= !remove && !ValueReader.unassigned(element);
        }
    }

    private void hear(String name) {
        values.add(value.caseExact() ? name : Folded.of(name));
    }
}
