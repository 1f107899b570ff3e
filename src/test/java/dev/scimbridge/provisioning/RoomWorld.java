package dev.scimbridge.provisioning;

import dev.scimbridge.model.World;
import dev.scimbridge.sandbox.Control;
import dev.scimbridge.story.Scim;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;

/** A world in this process, whose time goes by as fast as a hand winds. */
final class RoomWorld implements World {
    private final Room room;

    RoomWorld(Room room) {
        this.room = room;
    }

    @Override
    public Scim scim() {
        return room.scim();
    }

    @Override
    public Control control() {
        return room.control;
    }

    @Override
    public void pass(Duration time) {
        room.wind(time);
    }

    @Override
    public void settle() {
        Instant from = room.clock.instant();
        until(() -> {
            Instant listed = room.operations().status().listed();
            boolean isListed = listed != null && listed.isAfter(from);
            if (!isListed || !room.isQuiet()) {
                room.wind(Duration.ofMillis(300));
                return false;
            }
            return true;
        });
    }

    /**
     * Longer than the bridge waits for one answer, which is a real minute: the pretend workspace's server now and then
     * forgets a connection that it took while it was being stopped.
     */
    private void until(Callable<Boolean> condition) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(3))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(2))
                .until(condition);
    }

    @Override
    public int deadliness() {
        return 12;
    }

    @Override
    public String history(String id) {
        return room.audit().history(UUID.fromString(id), 1000).stream()
                .map(line -> line.entry().at() + " " + line.entry().kind() + " "
                        + line.entry().words())
                .collect(Collectors.joining("\n"));
    }

    @Override
    public void crash() {
        room.crash();
    }

    @Override
    public void restart() {
        room.restart();
    }

    @Override
    public void close() {
        room.close();
    }
}
