package dev.scimbridge.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code okta: {sha256: "…", scopes: [read, write], from: [10.0.0.0/8]}}; a plain token has no place here. */
final class TokenHashes implements Kind<Map<String, Admitted>> {
    private static final Pattern SHA256 = Pattern.compile("[0-9a-fA-F]{64}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,40}");
    private static final Set<String> FIELDS = Set.of("sha256", "scopes", "from");
    private static final String READ = "read";
    private static final String WRITE = "write";
    private static final String RIGHT = "needs {sha256: \"64 hexadecimal digits\"}"
            + ", which printf %s TOKEN | sha256sum prints; never the token itself";

    @Override
    public boolean takesMap() {
        return true;
    }

    @Override
    public Map<String, Admitted> read(Given given, Consumer<String> wrong) {
        Map<String, Admitted> tokens = new LinkedHashMap<>();
        if (!given.node().isObject()) {
            wrong.accept("needs a map of names, each of which " + RIGHT);
        }
        given.node().properties().forEach(each -> {
            String name = each.getKey();
            if (!NAME.matcher(name).matches()) {
                wrong.accept("has a name that is not made of letters, digits, dot, dash and underscore (up to 40)");
                return;
            }
            Admitted token = token(each.getValue(), mistake -> wrong.accept(Given.shown(name) + " " + mistake));
            if (token != null) {
                tokens.put(name, token);
            }
        });
        return tokens;
    }

    private static @Nullable Admitted token(JsonNode node, Consumer<String> wrong) {
        String sha256 = node.path("sha256").asText();
        boolean known = node.isObject() && node.properties().stream().allMatch(each -> FIELDS.contains(each.getKey()));
        if (!known || !SHA256.matcher(sha256).matches()) {
            wrong.accept(RIGHT + (node.has("sha256") ? ", and beside it only scopes and from" : ""));
            return null;
        }
        Set<String> scopes = scopes(node.path("scopes"), wrong);
        List<AddressRange> from = from(node.path("from"), wrong);
        return scopes == null || from == null
                ? null
                : new Admitted(sha256.toLowerCase(Locale.ROOT), scopes.contains(READ), scopes.contains(WRITE), from);
    }

    private static @Nullable Set<String> scopes(JsonNode node, Consumer<String> wrong) {
        Set<String> all = Set.of(READ, WRITE);
        if (node.isMissingNode()) {
            return all;
        }
        List<String> scopes = new Given("scopes", node).items();
        if (scopes == null || scopes.isEmpty() || !all.containsAll(scopes)) {
            wrong.accept("has scopes that are not of [read, write]");
            return null;
        }
        return Set.copyOf(scopes);
    }

    private static @Nullable List<AddressRange> from(JsonNode node, Consumer<String> wrong) {
        List<String> items = node.isMissingNode() ? List.of() : new Given("from", node).items();
        if (items == null || (items.isEmpty() && !node.isMissingNode())) {
            wrong.accept("has a from that is no list of addresses like 10.0.0.0/8");
            return null;
        }
        List<AddressRange> ranges = new ArrayList<>();
        for (String item : items) {
            AddressRange range = AddressRange.read(item);
            if (range == null) {
                wrong.accept("has " + Given.shown(item) + " in from, which is no address like 10.0.0.0/8 or 192.0.2.7");
                return null;
            }
            ranges.add(range);
        }
        return ranges;
    }
}
