package dev.scimbridge.story;

import com.fasterxml.jackson.databind.JsonNode;
import dev.scimbridge.story.Scim.Reply;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** Groups over a bare SCIM client. */
final class Teams {
    private static final int PAGE = 1000;

    private final Scim scim;

    Teams(Scim scim) {
        this.scim = scim;
    }

    Reply create(String name, String... members) {
        return scim.send("POST", "/Groups", body(name, List.of(members)));
    }

    /** Creates one and gives its id. */
    String found(String name, String... members) {
        Reply created = create(name, members);
        if (created.status() != 201) {
            throw new AssertionError(created.status() + " " + created.body());
        }
        return created.id();
    }

    Reply replace(String id, String name, Collection<String> members, String... headers) {
        return scim.send("PUT", "/Groups/" + id, body(name, members), headers);
    }

    Reply patch(String id, String operation, String... headers) {
        return scim.send("PATCH", "/Groups/" + id, patch(operation), headers);
    }

    /** The same without waiting for the answer. */
    CompletableFuture<Reply> patching(String id, String operation) {
        return scim.later("PATCH", "/Groups/" + id, patch(operation));
    }

    Reply delete(String id, String... headers) {
        return scim.send("DELETE", "/Groups/" + id, null, headers);
    }

    Reply read(String id, String... headers) {
        return scim.get("/Groups/" + id, headers);
    }

    Set<String> members(String id) {
        return new TreeSet<>(read(id).body().path("members").findValuesAsText("value"));
    }

    /** The groups somebody is shown in, by their names. */
    List<String> of(String person) {
        return scim.user(person).body().path("groups").findValuesAsText("display");
    }

    /** The ids of so many people of the workspace, as they are listed. */
    List<String> people(int count) {
        return people(count, "");
    }

    /** The same of those whom a query finds. */
    List<String> people(int count, String query) {
        List<String> ids = new ArrayList<>();
        while (ids.size() < count) {
            String page = "&startIndex=" + (ids.size() + 1) + "&count=" + Math.min(PAGE, count - ids.size());
            JsonNode found =
                    scim.get("/Users?attributes=id" + page + query).body().path("Resources");
            if (found.isEmpty()) {
                throw new AssertionError("there are only " + ids.size() + " people");
            }
            found.forEach(each -> ids.add(each.path("id").asText()));
        }
        return ids;
    }

    static String add(Collection<String> members) {
        return "{\"op\":\"add\",\"path\":\"members\",\"value\":" + values(members) + "}";
    }

    static String add(String... members) {
        return add(List.of(members));
    }

    static String remove(String... members) {
        return "{\"op\":\"remove\",\"path\":\"members\",\"value\":" + values(List.of(members)) + "}";
    }

    static String rename(String name) {
        return "{\"op\":\"replace\",\"value\":{\"displayName\":\"" + name + "\"}}";
    }

    private static String patch(String operation) {
        return "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"],\"Operations\":[" + operation + "]}";
    }

    static String body(String name, Collection<String> members) {
        return "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:Group\"],\"displayName\":\"" + name
                + "\",\"members\":" + values(members) + "}";
    }

    private static String values(Collection<String> members) {
        return members.stream()
                .map(member -> "{\"value\":\"" + member + "\"}")
                .collect(Collectors.joining(",", "[", "]"));
    }
}
