package dev.scimbridge.http.scim.dialect;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.scimbridge.scim.ResourceSchema;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What identity providers really send, made into what RFC 7644 says: bodies of POST and PUT, bodies of PATCH, and
 * filters. Every reading serves all clients, so none is asked who it is. Nothing is changed in place, and what is no
 * dialect comes out as it went in; what is simply wrong is left for the engine to refuse.
 */
public final class Dialect {
    /** In this order. Each says who needs it. */
    private static final List<UnaryOperator<ObjectNode>> RESOURCE = List.of(
            ResourceDialect::oldCoreSchema,
            ValueDialect::booleansAsText,
            ValueDialect::rolesAsJsonText,
            ValueDialect::rolesWithDisplayName,
            ValueDialect::managerInAnyShape);

    private Dialect() {}

    /** A User or Group as it came in a POST or PUT. */
    public static ObjectNode resource(ObjectNode body) {
        ObjectNode straight = body;
        for (UnaryOperator<ObjectNode> each : RESOURCE) {
            straight = each.apply(straight);
        }
        return straight;
    }

    /** A PATCH body. */
    public static ObjectNode patch(ObjectNode body, ResourceSchema schema) {
        return PatchDialect.straighten(body, schema);
    }

    /** A filter, as it stands in a query or a search request after URL decoding. */
    public static String filter(String filter) {
        return FilterDialect.straighten(filter);
    }
}
