package dev.scimbridge.http.scim;

import com.unboundid.scim2.common.types.ResourceTypeResource;
import com.unboundid.scim2.server.annotations.ResourceType;
import com.unboundid.scim2.server.resources.ResourceTypesEndpoint;
import dev.scimbridge.scim.ResourceSchema;
import jakarta.ws.rs.Path;
import java.util.Collection;

/** {@code /ResourceTypes} (RFC 7643 6), always in the same order. */
@Path("ResourceTypes")
@ResourceType(
        description = "Resource types",
        name = "ResourceType",
        schema = ResourceTypeResource.class,
        discoverable = false)
@Callers(Callers.Who.TOKEN_HOLDERS)
public final class ResourceTypes extends ResourceTypesEndpoint {
    @Override
    public Collection<ResourceTypeResource> getResourceTypes() {
        return ResourceSchema.ALL.stream().map(ResourceSchema::resourceType).toList();
    }
}
