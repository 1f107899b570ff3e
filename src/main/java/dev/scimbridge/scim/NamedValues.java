package dev.scimbridge.scim;

import com.unboundid.scim2.common.filters.Filter;
import com.unboundid.scim2.common.filters.FilterType;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Gathers which values of one multi-valued attribute are spoken of, as long as each is called by its name. */
final class NamedValues {
    private final Attribute attribute;
    private final Attribute value;
    private final Set<String> names = new HashSet<>();
    private boolean ofAll;

    private NamedValues(Attribute attribute, Attribute value) {
        this.attribute = attribute;
        this.value = value;
    }

    /** None so far. */
    static NamedValues of(Attribute attribute) {
        Attribute value = attribute.multiValued() ? attribute.sub(Attribute.VALUE) : null;
        return new NamedValues(attribute, value == null ? attribute : value);
    }

    boolean isOf(Attribute other) {
        return other == attribute;
    }

    /** Whether this is what the values are called by. */
    boolean isName(Attribute sub) {
        return sub == value;
    }

    /** Something is said of the attribute: of all its values, where they have no names. */
    void hear() {
        ofAll |= value == attribute;
    }

    void hear(String name) {
        names.add(value.caseExact() ? name : Folded.of(name));
    }

    void hearAll() {
        ofAll = true;
    }

    /** A filter of values, as in brackets: {@code value eq "x"}, alone or or-ed, calls by name. */
    void hear(Filter filter) {
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

    /** The names; text whose case does not matter is {@link Folded}. Empty if all values are spoken of. */
    Optional<Set<String>> names() {
        return ofAll ? Optional.empty() : Optional.of(Set.copyOf(names));
    }
}
