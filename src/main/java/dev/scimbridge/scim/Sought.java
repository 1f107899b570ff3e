package dev.scimbridge.scim;

import com.unboundid.scim2.common.filters.Filter;
import com.unboundid.scim2.common.filters.FilterType;
import java.util.Optional;
import java.util.Set;

/** Gathers which values of one multi-valued attribute a filter asks for. */
final class Sought {
    private final NamedValues values;
    private final ResourceSchema schema;

    private Sought(NamedValues values, ResourceSchema schema) {
        this.values = values;
        this.schema = schema;
    }

    /** As {@link Criterion#values} says. */
    static Optional<Set<String>> in(Filter filter, Attribute attribute, ResourceSchema schema) {
        Sought sought = new Sought(NamedValues.of(attribute), schema);
        sought.hear(filter);
        return sought.values.names();
    }

    private void hear(Filter filter) {
        if (filter.isCombiningFilter()) {
            filter.getCombinedFilters().forEach(this::hear);
        } else if (filter.isNotFilter()) {
            hear(filter.getInvertedFilter());
        } else {
            Place place = Place.of(filter.getAttributePath(), schema);
            if (place != null && place.attribute() != null && values.isOf(place.attribute())) {
                hear(filter, place);
            }
        }
    }

    private void hear(Filter filter, Place place) {
        values.hear();
        boolean named = place.sub() == null || values.isName(place.sub());
        if (filter.getFilterType() == FilterType.COMPLEX_VALUE) {
            values.hear(filter.getValueFilter());
        } else if (filter.getFilterType() == FilterType.EQUAL
                && named
                && place.filter() == null
                && !filter.getComparisonValue().isNull()) {
            values.hear(filter.getComparisonValue().asText());
        } else {
            values.hearAll();
        }
    }
}
