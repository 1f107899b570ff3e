package dev.scimbridge.app;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A file of settings, flattened: nested maps and dotted keys mean the same.
 *
 * <p>The parser's own messages quote the file, secrets and all, so none of them is passed on: the line number is.
 */
final class YamlFile {
    private static final ObjectReader READER = YAMLMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .reader();

    private final Set<String> maps;
    private final Consumer<String> wrong;
    private final Map<String, Given> settings = new LinkedHashMap<>();

    private YamlFile(Set<String> maps, Consumer<String> wrong) {
        this.maps = maps;
        this.wrong = wrong;
    }

    /**
     * What the file says, by key.
     *
     * @param maps keys whose value is a map
     */
    static Map<String, Given> read(Path path, Set<String> maps, Consumer<String> wrong) {
        YamlFile file = new YamlFile(maps, wrong);
        try {
            JsonNode root = READER.readTree(Files.readString(path));
            if (root.isObject()) {
                file.flatten("", root);
            } else if (!root.isMissingNode() && !root.isNull()) {
                wrong.accept(path + ": needs settings as `key: value`");
            }
        } catch (NoSuchFileException e) {
            wrong.accept(path + ": there is no such file");
        } catch (JsonProcessingException e) {
            wrong.accept(path + ": " + where(e) + (isDuplicate(e) ? "a key is there twice" : "this is not YAML"));
        } catch (IOException e) {
            wrong.accept(path + ": cannot be read as a text in UTF-8");
        }
        return file.settings;
    }

    private void flatten(String prefix, JsonNode node) {
        node.properties().forEach(field -> {
            String key = prefix + field.getKey();
            JsonNode value = field.getValue();
            if (value.isObject() && !value.isEmpty() && !maps.contains(key)) {
                flatten(key + ".", value);
            } else if (settings.put(key, new Given(key, value)) != null) {
                wrong.accept(key + ": is there twice");
            }
        });
    }

    private static boolean isDuplicate(JsonProcessingException e) {
        return e.getOriginalMessage().startsWith("Duplicate");
    }

    private static String where(JsonProcessingException e) {
        JsonLocation location = e.getLocation();
        return location == null ? "" : "line " + location.getLineNr() + ": ";
    }
}
