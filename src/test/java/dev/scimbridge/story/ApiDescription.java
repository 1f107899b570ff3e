package dev.scimbridge.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/** {@code openapi/scim-bridge.yaml}, and what is wrong with a request or an answer by its word. */
final class ApiDescription {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final SchemaRegistryConfig STRICT =
            SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build();

    private final JsonNode document = read();
    private final SchemaRegistry registry =
            SchemaRegistry.withDefaultDialect(Dialects.getOpenApi31(), builder -> builder.schemaRegistryConfig(STRICT));

    private static JsonNode read() {
        try {
            return new YAMLMapper().readTree(new File("openapi/scim-bridge.yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All of it. */
    JsonNode document() {
        return document;
    }

    /** What is wrong with an answer; nothing if it is as described. */
    List<String> wrong(Answer answer) {
        JsonNode response = response(answer);
        if (response.isMissingNode()) {
            return List.of(answer.status() + " is not described for " + answer.method() + " " + answer.template());
        }
        List<String> wrong = new ArrayList<>(wrongHeaders(response, answer));
        JsonNode content = response.path("content");
        if (content.isMissingNode()) {
            if (!answer.text().isEmpty()) {
                wrong.add("there is a body");
            }
            return wrong;
        }
        String type = answer.headers().getOrDefault("content-type", "").replaceFirst(";.*", "");
        if (!content.has(type)) {
            wrong.add("the content type is \"" + type + "\"");
            return wrong;
        }
        JsonNode body = type.endsWith("json") ? answer.json() : JSON.valueToTree(answer.text());
        wrong.addAll(wrong(wanted(content.path(type).path("schema"), answer.whole()), body));
        return wrong;
    }

    /** What is wrong with a request's body. */
    List<String> wrongRequest(String method, String template, String body) {
        JsonNode described = resolved(operation(method, template).path("requestBody"));
        JsonNode schema =
                described.path("content").path("application/scim+json").path("schema");
        return wrong(schema, new Answer(method, template, true, 0, new TreeMap<>(), body).json());
    }

    private JsonNode operation(String method, String template) {
        return document.path("paths").path(template).path(method.toLowerCase(Locale.ROOT));
    }

    /** A method that a path does not list, and a path that is not listed, are described once for all. */
    private JsonNode response(Answer answer) {
        JsonNode responses = document.path("components").path("responses");
        JsonNode operation = operation(answer.method(), answer.template());
        if (operation.isMissingNode()) {
            boolean known = document.path("paths").has(answer.template());
            boolean right = answer.status() == (known ? 405 : 404);
            return right ? responses.path(known ? "MethodNotAllowed" : "NotFound") : responses.path("none");
        }
        return resolved(operation.path("responses").path(String.valueOf(answer.status())));
    }

    /** Of whole and in part, the first is meant when no attributes were chosen. */
    private static JsonNode wanted(JsonNode schema, boolean whole) {
        return schema.has("anyOf") ? schema.path("anyOf").path(whole ? 0 : 1) : schema;
    }

    private List<String> wrongHeaders(JsonNode response, Answer answer) {
        List<String> wrong = new ArrayList<>();
        response.path("headers").properties().forEach(described -> {
            String value = answer.headers().get(described.getKey().toLowerCase(Locale.ROOT));
            if (value == null) {
                wrong.add("there is no " + described.getKey());
            } else {
                JsonNode schema = resolved(described.getValue()).path("schema");
                wrong(schema, JSON.valueToTree(value)).forEach(each -> wrong.add(described.getKey() + ": " + each));
            }
        });
        return wrong;
    }

    private List<String> wrong(JsonNode inline, JsonNode value) {
        ObjectNode root = JSON.createObjectNode();
        root.putArray("allOf").add(inline);
        root.set("components", document.path("components"));
        Schema schema = registry.getSchema(root);
        return schema.validate(value).stream()
                .map(error -> error.getInstanceLocation() + ": " + error.getMessage())
                .toList();
    }

    /** What a reference points to. */
    JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.path("$ref").asText().substring(1)) : node;
    }
}
