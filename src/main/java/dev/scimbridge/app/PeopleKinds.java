package dev.scimbridge.app;

import com.fasterxml.jackson.databind.JsonNode;
import dev.scimbridge.app.Settings.Protected;
import dev.scimbridge.lifecycle.AccountType;
import dev.scimbridge.lifecycle.Address;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The kinds of settings that speak of people, account types and tokens. */
final class PeopleKinds {
    private static final Pattern TYPE = Pattern.compile("[A-Z][A-Z0-9_]*");
    private static final Pattern UID = Pattern.compile("[0-9a-f]{64}");

    private PeopleKinds() {}

    /** One account type, or empty for {@code none}. */
    static final Kind<Optional<AccountType>> TYPE_OR_NONE = Kinds.text((text, wrong) -> {
        if (text.equalsIgnoreCase("none")) {
            return Optional.empty();
        }
        return Optional.ofNullable(type(text, wrong));
    });

    static final Kind<List<AccountType>> TYPES = PeopleKinds::types;

    /** Account types, or empty for {@code all}. */
    static final Kind<Optional<Set<AccountType>>> TYPES_OR_ALL = (given, wrong) -> {
        if ("all".equalsIgnoreCase(given.text())) {
            return Optional.empty();
        }
        List<AccountType> types = types(given, wrong);
        return types == null ? null : Optional.of(Set.copyOf(types));
    };

    static final Kind<Protected> PROTECTED = (given, wrong) -> {
        List<String> items = given.items();
        if (items == null) {
            wrong.accept("needs e-mail addresses or uids, with commas between");
            return null;
        }
        Set<Address> addresses = new LinkedHashSet<>();
        Set<String> uids = new LinkedHashSet<>();
        for (String item : items) {
            Address address = Address.read(item);
            String uid = item.toLowerCase(Locale.ROOT);
            if (address != null) {
                addresses.add(address);
            } else if (UID.matcher(uid).matches()) {
                uids.add(uid);
            } else {
                // A name that matches nobody would protect nobody, and no one would notice.
                wrong.accept(Given.shown(item) + " is neither an e-mail address nor a uid (64 hexadecimal digits)");
            }
        }
        return new Protected(addresses, uids);
    };

    static final Kind<Map<String, AccountType>> NAMED_TYPES = new NamedTypes();

    static final Kind<Map<String, Admitted>> TOKEN_HASHES = new TokenHashes();

    private static @Nullable List<AccountType> types(Given given, Consumer<String> wrong) {
        List<String> items = given.items();
        if (items == null || items.isEmpty()) {
            wrong.accept("needs account types with commas between (ADMIN,DEVELOPER)");
            return null;
        }
        List<AccountType> types = new ArrayList<>();
        for (String item : items) {
            AccountType type = type(item, wrong);
            if (type != null && types.contains(type)) {
                wrong.accept(type + " is there twice");
            } else if (type != null) {
                types.add(type);
            }
        }
        return types;
    }

    private static @Nullable AccountType type(String text, Consumer<String> wrong) {
        AccountType type = AccountType.of(text);
        if (TYPE.matcher(type.value()).matches()) {
            return type;
        }
        wrong.accept(Given.shown(text) + " is not an account type like DEVELOPER");
        return null;
    }

    /** {@code Name=TYPE,Name=TYPE}, in YAML also a map; there a name may have commas in it. */
    private static final class NamedTypes implements Kind<Map<String, AccountType>> {
        @Override
        public boolean takesMap() {
            return true;
        }

        @Override
        public @Nullable Map<String, AccountType> read(Given given, Consumer<String> wrong) {
            List<Map.Entry<String, String>> pairs =
                    given.node().isObject() ? fields(given.node()) : split(given, wrong);
            Map<String, AccountType> types = new LinkedHashMap<>();
            Set<String> seen = new HashSet<>();
            for (Map.Entry<String, String> pair : pairs) {
                String name = pair.getKey();
                AccountType type =
                        type(pair.getValue(), mistake -> wrong.accept("for " + Given.shown(name) + " " + mistake));
                if (!seen.add(name.toLowerCase(Locale.ROOT))) {
                    wrong.accept(Given.shown(name) + " is there twice");
                } else if (type != null) {
                    types.put(name, type);
                }
            }
            return types;
        }

        private static List<Map.Entry<String, String>> fields(JsonNode node) {
            List<Map.Entry<String, String>> pairs = new ArrayList<>();
            // A list or a map as the type has no text, which is no account type.
            node.properties()
                    .forEach(field -> pairs.add(
                            Map.entry(field.getKey().strip(), field.getValue().asText())));
            return pairs;
        }

        /** At the last equals sign, because a name may have one and an account type has none. */
        private static List<Map.Entry<String, String>> split(Given given, Consumer<String> wrong) {
            List<Map.Entry<String, String>> pairs = new ArrayList<>();
            List<String> items = given.items();
            if (items == null) {
                wrong.accept("needs the form Name=TYPE,Name=TYPE");
                return pairs;
            }
            for (String item : items) {
                int at = item.lastIndexOf('=');
                String name = item.substring(0, Math.max(at, 0)).strip();
                if (name.isEmpty()) {
                    wrong.accept(Given.shown(item) + " has not the form Name=TYPE (a name with a comma needs YAML)");
                } else {
                    pairs.add(Map.entry(name, item.substring(at + 1).strip()));
                }
            }
            return pairs;
        }
    }
}
