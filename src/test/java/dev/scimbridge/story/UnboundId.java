package dev.scimbridge.story;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.unboundid.scim2.client.ScimService;
import com.unboundid.scim2.common.utils.JsonUtils;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.ClientRequestFilter;
import org.glassfish.jersey.apache5.connector.Apache5ConnectorProvider;
import org.glassfish.jersey.client.ClientConfig;

/** UnboundID's SCIM 2 client, on Jersey's client. */
final class UnboundId implements AutoCloseable {
    private final Client http;
    private final ScimService service;

    UnboundId(JarBridge bridge) {
        ClientRequestFilter bearer =
                request -> request.getHeaders().putSingle("Authorization", "Bearer " + JarBridge.TOKEN);
        http = ClientBuilder.newClient(new ClientConfig()
                .connectorProvider(new Apache5ConnectorProvider())
                .register(bearer));
        service = new ScimService(http.target(bridge.base()));
    }

    ScimService service() {
        return service;
    }

    /** A resource of the client's own kind. */
    static <T> T read(String json, Class<T> type) {
        try {
            return JsonUtils.getObjectReader().forType(type).readValue(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
