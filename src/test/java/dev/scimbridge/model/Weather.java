package dev.scimbridge.model;

import dev.scimbridge.sandbox.Way;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/** What goes wrong between the bridge and the workspace. */
final class Weather {
    private static final List<String> OPERATIONS =
            List.of("listUsers", "inviteUser", "updateUserAccountType", "disableUser");
    private static final List<Way> WAYS = List.of(
            Way.http(500),
            Way.httpAfter(500),
            Way.http(503),
            Way.httpAfter(502),
            Way.tooManyRequests(3),
            Way.html(),
            Way.garbage(),
            Way.cutBefore(),
            Way.cutAfter(),
            Way.truncated(),
            Way.truncatedQuietly(),
            Way.unauthenticated(),
            Way.notOk(),
            Way.errors("Something went wrong"),
            Way.slow(Duration.ofMillis(30)));

    private final World world;
    private final Random random;
    private boolean isDown;
    private boolean isStormy;

    Weather(World world, Random random) {
        this.world = world;
        this.random = random;
    }

    /** Whether nothing that is planned here can go wrong. */
    boolean isFair() {
        return !isDown && !isStormy;
    }

    String storm() {
        String operation = OPERATIONS.get(random.nextInt(OPERATIONS.size()));
        boolean empty = operation.equals("listUsers") && random.nextInt(4) == 0;
        Way way = empty ? Way.emptyListing() : WAYS.get(random.nextInt(WAYS.size()));
        int times = 1 + random.nextInt(3);
        world.control().failNext(times, operation, way);
        isStormy = true;
        return times + " " + operation + " will go wrong: " + way.said();
    }

    String turn() {
        isDown = !isDown;
        if (isDown) {
            world.control().down();
        } else {
            world.control().up();
        }
        return isDown ? "the workspace goes down" : "the workspace comes up";
    }

    String clear() {
        world.control().heal();
        isStormy = false;
        if (isDown) {
            return turn();
        }
        return "it clears up";
    }
}
