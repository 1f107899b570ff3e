package dev.scimbridge.app;

import dev.scimbridge.app.Setting.Fallback;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What was written, row by row, with what it was read as and every mistake in it. Environment wins over YAML. */
final class Sheet {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,60}");

    private final List<String> mistakes = new ArrayList<>();
    private final Map<String, Given> variables;
    private final Map<String, Given> keys;
    private final Map<Setting<?>, Object> values = new HashMap<>();

    Sheet(Map<String, String> environment, @Nullable Path config) {
        Set<String> maps = Keys.ALL.stream()
                .filter(setting -> setting.kind().takesMap())
                .map(setting -> setting.name().key())
                .collect(Collectors.toSet());
        variables = Environment.read(environment);
        keys = config == null ? Map.of() : YamlFile.read(config, maps, mistakes::add);
        Keys.ALL.forEach(this::read);
    }

    private void read(Setting<?> setting) {
        Given given = given(setting);
        if (given == null) {
            if (setting.fallback().sort() == Fallback.Sort.REQUIRED) {
                mistake(setting, "is missing: " + setting.meaning().replace("`", ""));
            }
            if (setting.fallback().sort() != Fallback.Sort.TEXT) {
                return;
            }
            given = Given.text(as(setting), setting.fallback().text());
        }
        Object value = setting.kind().read(given, wrong -> mistake(setting, wrong));
        if (value != null) {
            values.put(setting, value);
        }
    }

    private @Nullable Given given(Setting<?> setting) {
        Given variable = variables.get(setting.name().usual());
        Given key = keys.get(setting.name().key());
        return variable != null ? variable : key == null || key.isEmpty() ? null : key;
    }

    /** The name as the user wrote it, or the usual one if they did not. */
    String as(Setting<?> setting) {
        Given given = given(setting);
        return given == null ? setting.name().usual() : given.as();
    }

    boolean has(Setting<?> setting) {
        return given(setting) != null;
    }

    /** The value, or null if there is none or a wrong one. */
    @SuppressWarnings("unchecked") // A kind puts in only its own values.
    <T> @Nullable T maybe(Setting<T> setting) {
        return (T) values.get(setting);
    }

    /** The value of a setting that has one whenever there is no mistake. */
    <T> T value(Setting<T> setting) {
        return Objects.requireNonNull(maybe(setting), setting.name().key());
    }

    void mistake(Setting<?> setting, String wrong) {
        mistakes.add(as(setting) + ": " + wrong);
    }

    void mistake(String line) {
        mistakes.add(line);
    }

    List<String> mistakes() {
        return List.copyOf(mistakes);
    }

    /** The names that mean nothing: variables, then keys. */
    void complainAboutUnknown() {
        Set<String> known = new HashSet<>();
        Set<String> knownKeys = new HashSet<>();
        for (Setting<?> setting : Keys.ALL) {
            knownKeys.add(setting.name().key());
            String variable = setting.name().variable();
            if (variable != null) {
                known.add(variable);
            }
        }
        variables.keySet().stream()
                .filter(name -> name.startsWith(Environment.PREFIX))
                .forEach(name -> complainUnlessIn(known, name));
        keys.keySet().forEach(name -> complainUnlessIn(knownKeys, name));
    }

    /** Where a colon or a line's end was lost, a key has a value in it. */
    private static String shown(String name) {
        return NAME.matcher(name).matches() ? name : "a key of " + name.length() + " characters";
    }

    private void complainUnlessIn(Set<String> known, String name) {
        if (!known.contains(name)) {
            String meant = Nearest.to(name, known.stream().sorted().toList());
            mistakes.add(shown(name) + ": there is no such setting"
                    + (meant == null ? "" : "; did you mean " + meant + "?"));
        }
    }
}
