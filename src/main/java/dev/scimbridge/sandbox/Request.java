package dev.scimbridge.sandbox;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import graphql.language.Argument;
import graphql.language.BooleanValue;
import graphql.language.Document;
import graphql.language.EnumValue;
import graphql.language.Field;
import graphql.language.OperationDefinition;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.language.VariableReference;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A GraphQL request, and what it is about: the field of its first operation and that field's arguments, whether they came
 * as variables or stand in the query.
 */
record Request(String query, Map<String, Object> variables, String operation, Map<String, Object> arguments) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};
    private static final String UNREADABLE = "unreadable";

    /** Empty when the body is not JSON with a query in it. */
    static Optional<Request> read(byte[] body) {
        try {
            JsonNode json = JSON.readTree(body);
            if (!json.path("query").isTextual()) {
                return Optional.empty();
            }
            JsonNode variables = json.path("variables");
            return Optional.of(of(
                    json.path("query").asText(),
                    variables.isObject() ? JSON.convertValue(variables, OBJECT) : Map.of()));
        } catch (IOException notJson) {
            return Optional.empty();
        }
    }

    private static Request of(String query, Map<String, Object> variables) {
        Optional<Field> field = firstField(query);
        Map<String, Object> arguments = new LinkedHashMap<>();
        field.ifPresent(found -> found.getArguments()
                .forEach(argument ->
                        plain(argument, variables).ifPresent(value -> arguments.put(argument.getName(), value))));
        return new Request(query, variables, field.map(Field::getName).orElse(UNREADABLE), arguments);
    }

    private static Optional<Field> firstField(String query) {
        try {
            Document document = new Parser().parseDocument(query);
            return document.getDefinitionsOfType(OperationDefinition.class).stream()
                    .flatMap(operation -> operation.getSelectionSet().getSelectionsOfType(Field.class).stream())
                    .findFirst();
        } catch (InvalidSyntaxException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<Object> plain(Argument argument, Map<String, Object> variables) {
        Value<?> value = argument.getValue();
        if (value instanceof VariableReference variable) {
            return Optional.ofNullable(variables.get(variable.getName()));
        }
        if (value instanceof StringValue text) {
            return Optional.ofNullable(text.getValue());
        }
        if (value instanceof EnumValue word) {
            return Optional.of(word.getName());
        }
        return value instanceof BooleanValue flag ? Optional.of(flag.isValue()) : Optional.empty();
    }

    /** Whether this person, by address or uid, is named in it. */
    boolean isAbout(String person) {
        return arguments.values().stream().anyMatch(value -> value.toString().equalsIgnoreCase(person));
    }
}
