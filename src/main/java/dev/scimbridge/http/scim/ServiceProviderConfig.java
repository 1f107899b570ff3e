package dev.scimbridge.http.scim;

import com.unboundid.scim2.common.types.AuthenticationScheme;
import com.unboundid.scim2.common.types.BulkConfig;
import com.unboundid.scim2.common.types.ChangePasswordConfig;
import com.unboundid.scim2.common.types.ETagConfig;
import com.unboundid.scim2.common.types.FilterConfig;
import com.unboundid.scim2.common.types.PaginationConfig;
import com.unboundid.scim2.common.types.PatchConfig;
import com.unboundid.scim2.common.types.ServiceProviderConfigResource;
import com.unboundid.scim2.common.types.SortConfig;
import com.unboundid.scim2.server.annotations.ResourceType;
import com.unboundid.scim2.server.resources.AbstractServiceProviderConfigEndpoint;
import dev.scimbridge.http.scim.bulk.BulkRequest;
import dev.scimbridge.http.scim.read.Cursors;
import dev.scimbridge.http.scim.read.Search;
import dev.scimbridge.http.scim.write.Body;
import jakarta.ws.rs.Path;
import java.net.URI;
import java.util.List;

/** {@code /ServiceProviderConfig} (RFC 7643 5, RFC 9865 4): what is so, and nothing else. */
@Path("ServiceProviderConfig")
@ResourceType(
        description = "Service provider config",
        name = "ServiceProviderConfig",
        schema = ServiceProviderConfigResource.class,
        discoverable = false)
@Callers(Callers.Who.TOKEN_HOLDERS)
public final class ServiceProviderConfig extends AbstractServiceProviderConfigEndpoint {
    @Override
    public ServiceProviderConfigResource getServiceProviderConfig() {
        AuthenticationScheme bearer = new AuthenticationScheme(
                "OAuth Bearer Token",
                "A bearer token in the Authorization header",
                URI.create("https://www.rfc-editor.org/info/rfc6750"),
                null,
                "oauthbearertoken",
                true);
        return new ServiceProviderConfigResource(
                null,
                new PatchConfig(true),
                new BulkConfig(true, BulkRequest.MOST_OPERATIONS, Body.LARGEST),
                new FilterConfig(true, Search.LARGEST_PAGE),
                new ChangePasswordConfig(false),
                new SortConfig(true),
                new ETagConfig(true),
                new PaginationConfig(
                        true, true, "index", Search.PAGE, Search.LARGEST_PAGE, (int) Cursors.LIFETIME.toSeconds()),
                List.of(bearer));
    }
}
