package dev.scimbridge.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.captaingoldfish.scim.sdk.client.ScimClientConfig;
import de.captaingoldfish.scim.sdk.client.ScimRequestBuilder;
import de.captaingoldfish.scim.sdk.client.builder.ListBuilder;
import de.captaingoldfish.scim.sdk.client.builder.config.MetaConfigRequestDetails;
import de.captaingoldfish.scim.sdk.client.resources.MetaConfiguration;
import de.captaingoldfish.scim.sdk.client.resources.ResourceType;
import de.captaingoldfish.scim.sdk.client.response.ServerResponse;
import de.captaingoldfish.scim.sdk.common.resources.ResourceNode;
import de.captaingoldfish.scim.sdk.common.resources.base.ScimObjectNode;
import de.captaingoldfish.scim.sdk.common.response.ListResponse;
import de.captaingoldfish.scim.sdk.common.schemas.Schema;
import de.captaingoldfish.scim.sdk.common.utils.JsonHelper;
import de.captaingoldfish.scim.sdk.server.schemas.validation.ResponseSchemaValidator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Captain P. Goldfish's SCIM client. Whatever it takes is also held, by that library's own check of answers, to the
 * schemas it has read from the bridge: an attribute that is not declared, or is not what it is declared to be, fails.
 */
final class Goldfish implements AutoCloseable {
    /** RFC 7643, 3.1: of every resource, and so in no schema. */
    private static final List<String> COMMON = List.of("schemas", "id", "externalId", "meta");

    private final ScimRequestBuilder requests;
    private final MetaConfiguration declared;

    Goldfish(JarBridge bridge) {
        ScimClientConfig config = ScimClientConfig.builder()
                .httpHeaders(Map.of("Authorization", "Bearer " + JarBridge.TOKEN))
                .build();
        requests = new ScimRequestBuilder(bridge.base(), config);
        // It would leave out the schemas of schemas with a filter, which RFC 7644, 4 forbids.
        MetaConfigRequestDetails whole = MetaConfigRequestDetails.builder()
                .excludeMetaSchemas(false)
                .excludeMetaResourceTypes(false)
                .build();
        ServerResponse<MetaConfiguration> read =
                requests.loadMetaConfiguration(whole).sendRequest();
        assertThat(read.isSuccess()).as(read.getResponseBody()).isTrue();
        declared = read.getResource();
    }

    /** A resource of the client's own kind. */
    static <T extends ResourceNode> T read(String json, Class<T> type) {
        return JsonHelper.readJsonDocument(json, type);
    }

    ScimRequestBuilder requests() {
        return requests;
    }

    /** All it has read from {@code /ServiceProviderConfig}, {@code /ResourceTypes} and {@code /Schemas}. */
    MetaConfiguration declared() {
        return declared;
    }

    /** The resource of an answer that the client counts as success. */
    <T extends ResourceNode> T taken(ServerResponse<T> answer) {
        T resource = succeeded(answer);
        heldToTheSchemas(resource);
        return resource;
    }

    /** The resources on one page. */
    <T extends ResourceNode> List<T> page(ListBuilder<T> query) {
        return listed(query.get().sendRequest());
    }

    /** The same, asked for by POST. */
    <T extends ResourceNode> List<T> pagePosted(ListBuilder<T> query) {
        return listed(query.post().sendRequest());
    }

    private <T extends ResourceNode> List<T> listed(ServerResponse<ListResponse<T>> answer) {
        List<T> resources = succeeded(answer).getListedResources();
        resources.forEach(this::heldToTheSchemas);
        return resources;
    }

    /** What came in an answer that the client counts as success. */
    static <T extends ScimObjectNode> T succeeded(ServerResponse<T> answer) {
        assertThat(answer.isSuccess())
                .as(answer.getHttpStatus() + " " + answer.getResponseBody())
                .isTrue();
        return answer.getResource();
    }

    private void heldToTheSchemas(ResourceNode resource) {
        String name = resource.getMeta().orElseThrow().getResourceType().orElseThrow();
        ResourceType type = declared.getResourceTypes().stream()
                .filter(each -> each.getName().equals(name))
                .findFirst()
                .orElseThrow();
        ObjectNode core = (ObjectNode) JsonHelper.readJsonDocument(resource.toString());
        Stream<String> extensions = type.getSchemaExtensions().stream().map(each -> each.getSchema());
        extensions.forEach(urn -> {
            JsonNode extension = core.remove(urn);
            if (extension != null) {
                heldTo(urn, (ObjectNode) extension);
            }
        });
        core.remove(COMMON);
        heldTo(type.getSchema(), core);
    }

    /** What is not declared is not in the checked copy; what is declared otherwise makes the check throw. */
    private void heldTo(String urn, ObjectNode given) {
        Schema schema = declared.getSchemas().stream()
                .filter(each -> each.getNonNullId().equals(urn))
                .findFirst()
                .orElseThrow();
        ObjectNode document = given.deepCopy();
        document.putArray("schemas").add(urn);
        ScimObjectNode checked = new ResponseSchemaValidator(
                        declared.getServiceProvider(),
                        ScimObjectNode.class,
                        List.of(),
                        List.of(),
                        document,
                        (resource, id) -> null)
                .validateDocument(schema, document);
        assertThat(JsonHelper.readJsonDocument(checked.toString())).isEqualTo(given);
    }

    @Override
    public void close() {
        requests.close();
    }
}
