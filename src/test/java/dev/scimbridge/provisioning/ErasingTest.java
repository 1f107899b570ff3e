package dev.scimbridge.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.scimbridge.directory.User;
import dev.scimbridge.lifecycle.Address;
import dev.scimbridge.lifecycle.State;
import dev.scimbridge.provisioning.Erasing.Erased;
import dev.scimbridge.store.AuditLog;
import dev.scimbridge.store.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Somebody who has left for good is forgotten, and their id is never given to anybody else. */
@Timeout(120)
class ErasingTest {
    private static final String EVA = "eva@acme.io";

    private static Erased erase(Room room) {
        return room.erasing()
                .erase(Address.of(EVA), Entry.By.OPERATOR)
                .toCompletableFuture()
                .join();
    }

    /** Eva came, was deleted over SCIM and is gone from the workspace. */
    private static UUID gone(Room room) {
        room.member(EVA, "DEVELOPER");
        UUID id = room.user(EVA).id();
        var unused = room.deleting(EVA).join();
        room.await(() -> room.control.applied("disableUser") == 1);
        room.pass(Room.SETTLING);
        room.await(() -> room.user(EVA).wish().fulfilled());
        return id;
    }

    @Test
    void only_whoever_is_deleted_and_gone_can_be_erased() {
        try (Room room = Room.with(2)) {
            assertThat(erase(room).refusal()).isEqualTo("nobody on record has or had the address eva@acme.io");
            room.create(EVA, "DEVELOPER");
            room.await(() -> room.control.applied("inviteUser", EVA) == 1);
            assertThat(erase(room).refusal()).contains("is still managed (").endsWith("delete them over SCIM first");
            var unused = room.deleting(EVA).join();
            assertThat(erase(room).refusal()).contains("is not known to have left the workspace (");
        }
    }

    @Test
    void what_the_record_and_the_chain_said_is_gone_and_the_chain_verifies() {
        try (Room room = Room.with(2)) {
            UUID id = gone(room);
            Erased erased = erase(room);
            assertThat(erased.refusal()).isNull();
            assertThat(erased.entries()).isGreaterThan(3);
            assertThat(room.knows(EVA)).isFalse();
            User left = room.snapshot().people().record(id);
            assertThat(left.toString()).doesNotContain("eva");
            assertThat(left.course().state()).isEqualTo(State.SETTLED);
            assertThat(room.audit().history(id, 10)).isEmpty();
            assertThat(room.audit().verify().isSound()).isTrue();
            List<String> said = new ArrayList<>();
            room.audit().each((link, payload) -> said.add(String.valueOf(payload)));
            assertThat(said).noneMatch(each -> each.contains("eva@"));
        }
    }

    @Test
    void whoever_comes_with_that_address_later_has_another_id() {
        try (Room room = Room.with(2)) {
            UUID id = gone(room);
            erase(room);
            room.create(EVA, "DEVELOPER");
            assertThat(room.user(EVA).id()).isNotEqualTo(id);
            assertThat(room.user(EVA).identity().generation()).isEqualTo(1);
        }
    }

    @Test
    void whoever_is_found_in_the_workspace_with_that_address_later_has_another_id_too() {
        try (Room room = Room.with(2)) {
            UUID id = gone(room);
            erase(room);
            room.control.enable(EVA);
            room.pass(Room.SETTLING);
            room.await(() -> room.knows(EVA));
            assertThat(room.user(EVA).id()).isNotEqualTo(id);
            assertThat(room.snapshot().people().record(id).isDeleted()).isTrue();
        }
    }

    @Test
    void a_leaver_is_confirmed_once_by_the_listing_that_shows_it() {
        try (Room room = Room.with(2)) {
            UUID id = gone(room);
            room.pass(Room.SETTLING);
            List<AuditLog.Line> confirmed = new ArrayList<>();
            room.audit().ofKind(Departure.CONFIRMED, confirmed::add);
            assertThat(confirmed).singleElement().satisfies(line -> {
                assertThat(line.entry().person()).isEqualTo(id);
                assertThat(line.entry().words().meant()).isEqualTo("deleted");
                assertThat(line.entry().words().answered()).isEqualTo("not in the workspace any more");
                assertThat(line.entry().words().why()).startsWith("a listing asked for at ");
            });
        }
    }
}
