package dev.scimbridge.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.scimbridge.sandbox.Options;
import dev.scimbridge.sandbox.Workspace;
import dev.scimbridge.story.Scim.Reply;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A disk that is full or read-only: nothing is taken in, nothing is sent, reads go on, and it ends by itself. */
class DiskStory {
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final String INVITE = "inviteUser";
    private static final String DISABLE = "disableUser";

    private static SmallDisk disk;
    private static Stage stage;

    @BeforeAll
    static void begins() {
        stage = Stage.with(3, bridge -> {
            disk = SmallDisk.mounted(bridge.data());
            return bridge.on(disk);
        });
    }

    @AfterAll
    static void ends() {
        if (stage != null) {
            stage.close();
        }
        disk.close();
    }

    private static String somebody() {
        return "disk" + NUMBER.incrementAndGet() + "@acme.io";
    }

    /** Refused as SCIM says it, with when to come again. */
    private static void assertRefused(Reply reply) {
        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.headers().firstValue("Retry-After"))
                .hasValueSatisfying(after -> assertThat(after).matches("[1-9][0-9]*"));
        assertThat(reply.body().path("schemas").path(0).asText())
                .isEqualTo("urn:ietf:params:scim:api:messages:2.0:Error");
        assertThat(reply.detail()).contains("cannot write", "nothing was changed");
    }

    private static void assertNothingIsTakenInButAllIsRead(String known) {
        String person = somebody();
        int before = stage.control.commands();
        assertRefused(stage.scim().create(Cast.okta(person)));
        assertRefused(stage.scim().patch(known, Cast.OKTA_DEACTIVATE));
        assertRefused(stage.scim().delete(known));
        assertRefused(stage.scim().send("POST", "/Groups", "{\"displayName\":\"" + person + "\"}"));
        assertThat(stage.scim().user(known).active()).isTrue();
        assertThat(stage.scim().find("userName eq \"" + person + "\"").total()).isZero();
        assertThat(stage.scim().get("/Users?count=1").total()).isPositive();
        assertThat(stage.bridge.health("ready")).isEqualTo(200);
        stage.untilListedAgain();
        assertThat(stage.control.commands()).isEqualTo(before);
    }

    private static void assertItIsTakenInAndDone() {
        String person = somebody();
        Reply created = stage.scim().create(Cast.okta(person));
        assertThat(created.status()).isEqualTo(201);
        stage.untilState(created.id(), "waiting-for-signup");
        assertThat(stage.control.applied(INVITE, person)).isEqualTo(1);
    }

    private static long said(String words) {
        return stage.bridge
                .output()
                .lines()
                .filter(line -> line.contains(words))
                .count();
    }

    @Test
    void a_full_disk_refuses_writes_sends_nothing_and_is_said_once() {
        String known = stage.member(somebody(), "BUSINESS");
        long begun = said("Nothing can be written");
        long ended = said("The store can be written again");
        await().atMost(JarBridge.PATIENCE)
                .until(() -> said("Alert store-unwritable") == said("Alert over: store-unwritable"));
        long alerted = said("Alert store-unwritable");
        disk.fill();
        long lines = stage.bridge.output().lines().count();
        assertNothingIsTakenInButAllIsRead(known);
        assertThat(said("Nothing can be written")).isEqualTo(begun + 1);
        await().atMost(JarBridge.PATIENCE).until(() -> said("Alert store-unwritable") == alerted + 1);
        assertThat(stage.bridge.output().lines().count()).isEqualTo(lines + 2);
        disk.free();
        assertItIsTakenInAndDone();
        assertThat(said("The store can be written again")).isEqualTo(ended + 1);
    }

    @Test
    void a_full_disk_that_nobody_writes_to_recovers_by_itself() {
        long ended = said("The store can be written again");
        disk.fill();
        assertRefused(stage.scim().create(Cast.okta(somebody())));
        disk.free();
        await().atMost(JarBridge.PATIENCE).until(() -> said("The store can be written again") == ended + 1);
    }

    /** A store is closed and opened anew when it fails; this one then finds the disk read-only. */
    @Test
    void a_read_only_disk_refuses_writes_and_sends_nothing() {
        String known = stage.member(somebody(), "BUSINESS");
        disk.fill();
        assertRefused(stage.scim().create(Cast.okta(somebody())));
        disk.readOnly();
        try {
            assertNothingIsTakenInButAllIsRead(known);
        } finally {
            disk.writable();
            disk.free();
        }
        assertItIsTakenInAndDone();
    }

    /** In the middle of work: without a claim on disk no lever is pulled. */
    @Test
    void a_leaver_taken_in_before_the_disk_was_full_leaves_when_there_is_room() {
        String person = somebody();
        String id = stage.member(person, "BUSINESS");
        stage.control.down();
        assertThat(stage.scim().patch(id, Cast.OKTA_DEACTIVATE).status()).isEqualTo(200);
        disk.fill();
        stage.control.up();
        stage.untilListedAgain();
        assertThat(stage.control.calls(DISABLE, person)).isZero();
        assertThat(stage.scim().user(id).active()).isFalse();
        disk.free();
        stage.untilState(id, "settled");
        assertThat(stage.control.person(person).is("disabled")).isTrue();
    }

    @Test
    void a_start_on_a_full_or_read_only_disk_is_one_line_with_the_cure() {
        try (Workspace workspace = Workspace.start(Options.usual().withPeople(3));
                JarBridge bridge = JarBridge.before(workspace);
                SmallDisk small = SmallDisk.mounted(bridge.data())) {
            bridge.on(small);
            small.fill();
            assertThat(lastLineOfAStartThatFails(bridge))
                    .contains("disk is full", "Make room", bridge.data().toString());
            small.free();
            small.readOnly();
            assertThat(lastLineOfAStartThatFails(bridge))
                    .contains("Read-only", "write", bridge.data().toString());
            small.writable();
            bridge.start();
            assertThat(bridge.health("ready")).isEqualTo(200);
        }
    }

    /** Killed as well: the store mends itself with what room it has. */
    @Test
    void nothing_acknowledged_before_is_lost_when_it_is_killed_on_a_full_disk() {
        String person = somebody();
        stage.control.down();
        Reply created = stage.scim().create(Cast.okta(person));
        assertThat(created.status()).isEqualTo(201);
        disk.fill();
        assertRefused(stage.scim().create(Cast.okta(somebody())));
        stage.bridge.kill();
        disk.free();
        stage.control.up();
        stage.bridge.start();
        stage.untilState(created.id(), "waiting-for-signup");
        assertThat(stage.control.applied(INVITE, person)).isEqualTo(1);
    }

    /** What a start that fails says, which is all it says after the warnings. */
    private static String lastLineOfAStartThatFails(JarBridge bridge) {
        assertThat(bridge.launch().ended()).isEqualTo(2);
        assertThat(bridge.output()).doesNotContain("\tat ");
        return bridge.output().lines().reduce("", (earlier, later) -> later);
    }
}
