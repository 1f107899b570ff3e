package dev.scimbridge.model;

import dev.scimbridge.model.Life.Said;
import dev.scimbridge.story.Scim;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What an identity provider does. Each write carries a title of its own, so that it shows afterwards whether it was taken,
 * also when the bridge died before it had answered.
 */
final class IdentityProvider {
    private static final String[] TYPES = {"BUSINESS", "DEVELOPER", "ANALYST", "ADMIN"};
    private static final String ROLE = "{\"op\":\"replace\",\"path\":\"roles\",\"value\":[{\"value\":\"%s\"}]},";
    private static final String ACTIVE = "{\"op\":\"replace\",\"path\":\"active\",\"value\":%s},";
    private static final String TITLE = "{\"op\":\"replace\",\"path\":\"title\",\"value\":\"%s\"}";

    private final World world;
    private final Random random;
    private int writes;

    IdentityProvider(World world, Random random) {
        this.world = world;
        this.random = random;
    }

    /** A write on its way, and what it means if it stands. */
    private record Write(Life life, Said said, String title, Fate fate, CompletableFuture<Scim.Reply> answer) {}

    String create(Life life, boolean crash) {
        String type = TYPES[random.nextInt(TYPES.length)];
        String title = title();
        String name = random.nextBoolean() ? life.address : life.address.toUpperCase(Locale.ROOT);
        String json = "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:User\"],\"userName\":\"" + name
                + "\",\"title\":\"" + title + "\",\"active\":true,\"roles\":[{\"value\":\"" + type + "\"}]}";
        return "create " + type + " "
                + heard(
                        new Write(
                                life,
                                Said.ACTIVE,
                                title,
                                new Fate.Member(type),
                                world.scim().later("POST", "/Users", json)),
                        crash);
    }

    String activate(Life life, boolean active, boolean crash) {
        String title = title();
        Fate fate = active ? new Fate.Member(null) : new Fate.Out(false);
        String operations = ACTIVE.formatted(active) + TITLE.formatted(title);
        Said said = active ? Said.ACTIVE : Said.INACTIVE;
        return (active ? "activate " : "deactivate ")
                + heard(new Write(life, said, title, fate, patch(life, operations)), crash);
    }

    /** Of somebody inactive it says nothing of whether they are to be there. */
    String role(Life life, boolean crash) {
        String type = TYPES[random.nextInt(TYPES.length)];
        String title = title();
        Fate fate = life.said == Said.INACTIVE ? new Fate.Out(false) : new Fate.Member(type);
        String operations = ROLE.formatted(type) + TITLE.formatted(title);
        Said said = life.said == Said.INACTIVE ? Said.INACTIVE : Said.ACTIVE;
        return "role " + type + " " + heard(new Write(life, said, title, fate, patch(life, operations)), crash);
    }

    String delete(Life life, boolean crash) {
        CompletableFuture<Scim.Reply> answer = world.scim().later("DELETE", "/Users/" + life.id, null);
        return "delete " + heard(new Write(life, Said.DELETED, "", new Fate.Out(true), answer), crash);
    }

    /** Reads them and writes them back as they are: that says nothing new. */
    String echo(Life life) {
        Scim.Reply shown = world.scim().user(life.id);
        Scim.Reply reply = world.scim().replace(life.id, shown.body().toString());
        return "echo " + reply.status();
    }

    private CompletableFuture<Scim.Reply> patch(Life life, String operations) {
        String json =
                "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"],\"Operations\":[" + operations + "]}";
        return world.scim().later("PATCH", "/Users/" + life.id, json);
    }

    private String title() {
        return "t" + ++writes;
    }

    private String heard(Write write, boolean crash) {
        if (crash) {
            // Anything from "has not arrived" to "is answered".
            await(write.answer, random.nextInt(12));
            world.crash();
        }
        Scim.Reply reply = await(write.answer, crash ? 10 : 90_000);
        if (reply == null) {
            return afterDeath(write);
        }
        boolean told = reply.status() == 400 && write.fate instanceof Fate.Out;
        if (reply.status() < 300 || told) {
            stands(write, reply.status() == 204 ? write.life.id : told ? write.life.id : reply.id());
        }
        return reply.status() + (reply.status() < 400 ? "" : " " + reply.detail());
    }

    private static void stands(Write write, String id) {
        write.life.id = id;
        write.life.stands(write.said, write.title, write.fate);
    }

    /** Nobody was told. It stands, or nothing of it does. */
    private String afterDeath(Write write) {
        Life life = write.life;
        Scim.Reply shown =
                life.isLive() ? world.scim().user(life.id) : world.scim().named(life.address);
        boolean stands = write.said == Said.DELETED
                ? shown.status() == 404
                : shown.body().path("title").asText().equals(write.title);
        if (stands) {
            stands(write, write.said == Said.DELETED ? life.id : shown.id());
        }
        return "cut off, " + (stands ? "stands" : "does not stand");
    }

    private static Scim.Reply await(CompletableFuture<Scim.Reply> answer, int millis) {
        try {
            return answer.get(millis, TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
