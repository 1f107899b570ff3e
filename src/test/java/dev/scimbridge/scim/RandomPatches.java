package dev.scimbridge.scim;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Random operations on users: most can be done, some cannot, and some are nonsense. */
final class RandomPatches {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String E = ResourceSchema.ENTERPRISE_USER;

    private static final List<String> TEXTS = List.of(
            "title",
            "TITLE",
            "userName",
            "name.givenName",
            "name.familyName",
            "nickName",
            "profileUrl",
            E + ":department",
            "costCenter",
            "manager.value",
            E + ":manager.displayName",
            "emails.display",
            "emails[type eq \"work\"].value",
            "emails[type eq \"work\" and primary eq true].value",
            "emails[value eq \"a@x\"].type",
            "emails[type pr].display",
            "emails[not (type pr)].type",
            "roles[primary eq \"True\"].value",
            "roles[value eq \"a@x\"].display",
            "addresses[type eq \"work\"].locality",
            "addresses[type eq \"work\"].country",
            "phoneNumbers[type eq \"fax\"].value",
            "shoeSize");

    private static final List<String> TRUTHS =
            List.of("active", "emails[type eq \"work\"].primary", "roles[value pr].primary", "addresses.primary");

    private static final List<String> LISTS = List.of(
            "emails",
            "roles",
            "phoneNumbers",
            "addresses",
            "photos",
            "emails[type eq \"home\"]",
            "roles[value sw \"a\"]");

    private static final List<String> NOT_TO_BE_WRITTEN = List.of(
            "id",
            "meta.created",
            "groups",
            "schemas",
            "password",
            ResourceSchema.BRIDGE_USER + ":state",
            "emails[",
            "a b",
            "urn:x:2.0:User:x");

    private final Random random;

    RandomPatches(Random random) {
        this.random = random;
    }

    /** One operation of a PATCH body. */
    ObjectNode operation() {
        Map<String, Object> operation = new LinkedHashMap<>();
        String op = pick(List.of("add", "replace", "remove", "add", "replace", "Add"));
        operation.put("op", random.nextInt(40) == 0 ? "move" : op);
        switch (random.nextInt(12)) {
            case 0 -> put(operation, pick(List.of(E, E + ":manager", "manager", "name")), object());
            case 1 -> put(operation, null, object());
            case 2, 3, 4, 5 -> put(operation, pick(LISTS), list());
            case 6 -> put(operation, pick(TRUTHS), random.nextBoolean());
            default -> put(operation, pick(TEXTS), text());
        }
        if (random.nextInt(25) == 0) {
            operation.put("path", pick(NOT_TO_BE_WRITTEN));
        }
        if (random.nextInt(12) == 0) {
            operation.put(
                    "value",
                    pick(Arrays.asList(null, "", List.of(), Map.of(), 7, true, List.of(List.of()), List.of("a@x", 3))));
        }
        if (op.equals("remove") && random.nextInt(4) > 0) {
            operation.remove("value");
        }
        return JSON.valueToTree(operation);
    }

    private static void put(Map<String, Object> operation, @Nullable String path, Object value) {
        if (path != null) {
            operation.put("path", path);
        }
        operation.put("value", value);
    }

    /** What a PATCH without a path says, and what complex values and extensions are made of. */
    private Map<String, Object> object() {
        Map<String, Object> object = new LinkedHashMap<>();
        perhaps(object, "title", text());
        perhaps(object, "givenName", text());
        perhaps(object, "name", Map.of("familyName", text()));
        perhaps(object, "Emails", list());
        perhaps(object, "value", text());
        perhaps(object, "department", text());
        perhaps(object, "manager", Map.of("value", text()));
        perhaps(object, E, Map.of("division", text(), "manager", Map.of("value", text())));
        perhaps(object, "groups", List.of());
        return object;
    }

    private Object list() {
        List<Object> list = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            list.add(random.nextInt(5) == 0 ? text() : element());
        }
        return list.size() == 1 && random.nextBoolean() ? list.get(0) : list;
    }

    private Map<String, Object> element() {
        Map<String, Object> element = new LinkedHashMap<>();
        perhaps(element, "type", pick(List.of("work", "home", "Work", "")));
        perhaps(element, "primary", random.nextBoolean());
        perhaps(element, "display", text());
        perhaps(element, "locality", text());
        element.put("value", text());
        if (random.nextInt(4) == 0) {
            element.remove("value");
        }
        return element;
    }

    private void perhaps(Map<String, Object> object, String name, Object value) {
        if (random.nextInt(3) == 0) {
            object.put(name, value);
        }
    }

    private String text() {
        return pick(List.of("a@x", "A@x", "b@x", "c@x", "é😀", "T", "T", ""));
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
