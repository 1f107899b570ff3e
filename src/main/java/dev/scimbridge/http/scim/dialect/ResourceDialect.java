package dev.scimbridge.http.scim.dialect;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.scimbridge.scim.ResourceSchema;

/** What only whole resources have. */
final class ResourceDialect {
    private static final String VERSION_1 = "urn:scim:schemas:core:1.0";

    private ResourceDialect() {}

    /** OneLogin: a body from a template may still say the schema of SCIM 1, which named no kind of resource. */
    static ObjectNode oldCoreSchema(ObjectNode resource) {
        return Trees.fields(
                resource,
                (key, value) -> key.equalsIgnoreCase("schemas")
                        ? Trees.each(
                                value,
                                urn -> urn.asText().equalsIgnoreCase(VERSION_1)
                                        ? JsonNodeFactory.instance.textNode(coreOf(resource))
                                        : urn)
                        : value);
    }

    private static String coreOf(ObjectNode resource) {
        boolean user = Trees.find(resource, "userName") != null;
        boolean group =
                !user && (Trees.find(resource, "members") != null || Trees.find(resource, "displayName") != null);
        return (group ? ResourceSchema.GROUP : ResourceSchema.USER).urn();
    }
}
