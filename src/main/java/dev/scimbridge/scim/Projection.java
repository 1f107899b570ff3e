package dev.scimbridge.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.unboundid.scim2.common.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which attributes a client wants to see (RFC 7644, 3.4.2.5 and 3.9). {@code id} and {@code schemas} always stay;
 * names nobody knows are passed over. Both parameters at once are 400 {@code invalidValue}.
 */
public final class Projection {
    /** Everything, at no cost. */
    public static final Projection ALL = new Projection(new Tree(), false);

    private static final String ID = "id";
    private static final Pattern BRACKETS = Pattern.compile("\\[(?:[^\\]\"]++|\"[^\"]*+\")*+]");

    private final Tree tree;
    private final boolean include;

    /** Names, and below them names; one without any below it stands for all it has. */
    private static final class Tree {
        private final Map<String, Tree> below = new HashMap<>();
        private boolean whole;

        private void add(List<String> keys) {
            Tree at = this;
            for (String key : keys) {
                at = at.below.computeIfAbsent(key, absent -> new Tree());
            }
            at.whole = true;
        }
    }

    private Projection(Tree tree, boolean include) {
        this.tree = tree;
        this.include = include;
    }

    /** From the two query parameters, each a list with commas. */
    public static Projection of(@Nullable String attributes, @Nullable String excluded, ResourceSchema schema) {
        boolean include = attributes != null && !attributes.isBlank();
        boolean exclude = excluded != null && !excluded.isBlank();
        if (include && exclude) {
            throw ScimProblem.invalidValue("attributes and excludedAttributes exclude each other.");
        }
        if (!include && !exclude) {
            return ALL;
        }
        Tree tree = new Tree();
        if (include) {
            tree.add(List.of(ID));
        }
        for (String name : names(include ? attributes : excluded)) {
            List<String> keys = keys(name, schema);
            if (include || !keys.equals(List.of(ID))) {
                tree.add(keys);
            }
        }
        tree.whole = false;
        return new Projection(tree, include);
    }

    /** Postman collections ask for {@code emails[type eq "work"]}: what is in brackets does not matter here. */
    private static List<String> names(@Nullable String list) {
        String said = list == null ? "" : list;
        if (said.length() > Criterion.LONGEST) {
            throw ScimProblem.invalidValue("A list of attributes has at most " + Criterion.LONGEST + " characters.");
        }
        return List.of(BRACKETS.matcher(said).replaceAll("").split(",", -1));
    }

    private static List<String> keys(String name, ResourceSchema schema) {
        if (name.isBlank()) {
            return List.of();
        }
        Path path;
        try {
            path = Sdk.path(name.strip());
            Place place = Place.of(path, schema);
            return place == null ? List.of() : place.keys();
        } catch (ScimProblem e) {
            throw ScimProblem.invalidValue("\"" + name.strip() + "\" is no attribute name.");
        }
    }

    /**
     * Whether a result can have anything of an attribute at the top, named as documents name it ({@code members}, an
     * extension by its URN). When not, it need not be there to begin with.
     */
    public boolean shows(String attribute) {
        Tree below = tree.below.get(attribute);
        return include ? below != null : below == null || !below.whole;
    }

    public Document apply(Document document) {
        if (this == ALL) {
            return document;
        }
        return new Document(include ? including(document.node(), tree) : excluding(document.node(), tree));
    }

    private static ObjectNode including(ObjectNode node, Tree tree) {
        ObjectNode kept = Json.object();
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            Tree below = tree.below.get(field.getKey());
            JsonNode value = below == null ? null : including(field.getValue(), below);
            if (value != null) {
                kept.set(field.getKey(), value);
            }
        }
        return kept;
    }

    private static @Nullable JsonNode including(JsonNode value, Tree below) {
        if (below.whole || !value.isContainerNode()) {
            return value;
        }
        if (value instanceof ObjectNode object) {
            ObjectNode kept = including(object, below);
            return kept.isEmpty() ? null : kept;
        }
        ArrayNode kept = JsonNodeFactory.instance.arrayNode();
        for (JsonNode each : value) {
            JsonNode element = including(each, below);
            if (element != null) {
                kept.add(element);
            }
        }
        return kept.isEmpty() ? null : kept;
    }

    private static ObjectNode excluding(ObjectNode node, Tree tree) {
        ObjectNode kept = Json.object();
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            Tree below = tree.below.get(field.getKey());
            JsonNode value = below == null ? field.getValue() : excluding(field.getValue(), below);
            if (value != null) {
                kept.set(field.getKey(), value);
            }
        }
        return kept;
    }

    private static @Nullable JsonNode excluding(JsonNode value, Tree below) {
        if (below.whole) {
            return null;
        }
        if (value instanceof ObjectNode object) {
            ObjectNode kept = excluding(object, below);
            return kept.isEmpty() ? null : kept;
        }
        ArrayNode kept = JsonNodeFactory.instance.arrayNode();
        for (JsonNode each : value) {
            JsonNode element = excluding(each, below);
            if (element != null) {
                kept.add(element);
            }
        }
        return kept.isEmpty() ? null : kept;
    }
}
