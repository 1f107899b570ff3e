package dev.scimbridge.http.scim;

import com.unboundid.scim2.common.types.SchemaResource;
import com.unboundid.scim2.server.annotations.ResourceType;
import com.unboundid.scim2.server.resources.SchemasEndpoint;
import dev.scimbridge.scim.ResourceSchema;
import jakarta.ws.rs.Path;
import java.util.Collection;

/** {@code /Schemas} (RFC 7643 7), always in the same order. */
@Path("Schemas")
@ResourceType(description = "Schemas", name = "Schema", schema = SchemaResource.class, discoverable = false)
@Callers(Callers.Who.TOKEN_HOLDERS)
public final class Schemas extends SchemasEndpoint {
    @Override
    public Collection<SchemaResource> getSchemas() {
        return ResourceSchema.ALL.stream()
                .flatMap(schema -> schema.definitions().stream())
                .toList();
    }
}
