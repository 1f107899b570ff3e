package dev.scimbridge.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.scimbridge.story.Scim.Reply;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A person belongs to the connection that last said active; another does not take them out. */
class ConnectionStory {
    private static final String OTHER = "entra-token-0123456789-0123456789-0123456789";
    private static final String TITLE = "{\"op\":\"replace\",\"path\":\"title\",\"value\":\"Chief\"}";
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private static Stage stage;

    @BeforeAll
    static void open() {
        stage = Stage.with(5, bridge -> bridge.admitting("entra", OTHER));
    }

    @AfterAll
    static void close() {
        stage.close();
    }

    private static Scim owner() {
        return stage.scim();
    }

    private static Scim other() {
        return stage.bridge.scim(OTHER);
    }

    private static String name() {
        return "owned" + NUMBER.incrementAndGet() + "@acme.io";
    }

    private static void isHeld(String id) {
        Reply shown = owner().user(id);
        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.active()).isTrue();
        assertThat(shown.state()).isEqualTo("held");
        assertThat(shown.bridge("reason")).contains("belongs to default; entra asked");
    }

    @Test
    void what_another_connection_asks_is_accepted_and_held_until_the_person_is_handed_over() throws Exception {
        String name = name();
        String id = stage.member(name, "BUSINESS");
        assertThat(other().patch(id, Cast.ENTRA_DEACTIVATE).status()).isEqualTo(200);
        isHeld(id);
        assertThat(other().delete(id).status()).isEqualTo(204);
        isHeld(id);
        stage.bridge.kill();
        stage.bridge.start();
        isHeld(id);
        assertThat(stage.control.person(name).is("active")).isTrue();
        JarBridge.Said held = stage.bridge.say("held", "--guard", "connection");
        assertThat(held.text()).contains(name, "inactive", "entra");

        JarBridge.Said said = stage.bridge.say("connections", "handover", "default", "entra", name);
        assertThat(said.text()).contains("1 people belong to entra now");
        stage.until(id, user -> !user.active() && user.state().equals("settled"));
        assertThat(stage.control.person(name).is("disabled")).isTrue();
        assertThat(other().delete(id).status()).as("its own disable and delete").isEqualTo(204);
        assertThat(owner().user(id).status()).isEqualTo(404);
    }

    @Test
    void who_says_active_owns_and_who_writes_a_title_does_not() {
        String id = stage.member(name(), "BUSINESS");
        assertThat(other().patch(id, TITLE).status()).isEqualTo(200);
        assertThat(owner().patch(id, Cast.OKTA_DEACTIVATE).active()).isFalse();

        String taken = stage.member(name(), "BUSINESS");
        assertThat(other().patch(taken, Cast.OKTA_ACTIVATE).status()).isEqualTo(200);
        assertThat(owner().patch(taken, Cast.OKTA_DEACTIVATE).active()).isTrue();
        assertThat(owner().user(taken).bridge("reason")).contains("belongs to entra; default asked");
        assertThat(other().delete(taken).status()).isEqualTo(204);
        stage.until(taken, user -> user.status() == 404);
    }

    @Test
    void the_unmanaged_belong_to_whoever_writes_first() {
        String name = name();
        stage.control.add(name, "BUSINESS");
        stage.untilListedAgain();
        String id = owner().named(name).id();
        assertThat(other().patch(id, TITLE).status()).isEqualTo(200);
        assertThat(owner().patch(id, Cast.OKTA_DEACTIVATE).state()).isEqualTo("held");
        assertThat(other().patch(id, Cast.OKTA_DEACTIVATE).active()).isFalse();
    }

    @Test
    void whoever_is_out_already_stays_as_they_are_when_another_deletes_them() {
        String id = stage.member(name(), "BUSINESS");
        assertThat(owner().patch(id, Cast.OKTA_DEACTIVATE).active()).isFalse();
        assertThat(other().delete(id).status()).isEqualTo(204);
        assertThat(owner().user(id).status()).isEqualTo(200);
        assertThat(owner().user(id).active()).isFalse();
        assertThat(owner().delete(id).status()).isEqualTo(204);
        assertThat(owner().user(id).status()).isEqualTo(404);
    }

    @Test
    void an_operator_may_also_release_or_reject_it() {
        String released = name();
        String first = stage.member(released, "BUSINESS");
        String rejected = name();
        String second = stage.member(rejected, "BUSINESS");
        assertThat(other().delete(first).status()).isEqualTo(204);
        assertThat(other().delete(second).status()).isEqualTo(204);
        Operator operator = stage.bridge.operator();
        operator.change("held/release?email=" + released);
        operator.change("held/reject?email=" + rejected);
        stage.until(first, user -> user.status() == 404);
        assertThat(owner().user(second).state()).isEqualTo("settled");
        assertThat(stage.control.person(rejected).is("active")).isTrue();
    }

    @Test
    void everybody_is_handed_over_and_nonsense_is_refused() {
        try (Stage moving = Stage.with(5, bridge -> bridge.admitting("entra", OTHER))) {
            String id = moving.member("mover@acme.io", "BUSINESS");
            String stayer = moving.member("stayer@acme.io", "BUSINESS");
            assertThat(moving.bridge.scim(OTHER).patch(id, Cast.OKTA_DEACTIVATE).status())
                    .isEqualTo(200);
            Operator operator = moving.bridge.operator();
            assertThat(operator.read("connections").column("held")).containsExactly("1", "0");
            assertThat(operator.change("connections/handover?from=default&to=entrance")
                            .status())
                    .isEqualTo(400);
            assertThat(operator.change("connections/handover?from=nobody&to=entra")
                            .status())
                    .isEqualTo(400);
            assertThat(operator.change("connections/handover?from=default&to=entra")
                            .headline())
                    .startsWith("2 people");
            moving.until(id, user -> !user.active() && user.state().equals("settled"));
            assertThat(operator.read("connections").column("people")).containsExactly("0", "2");
            assertThat(moving.scim().patch(stayer, Cast.OKTA_DEACTIVATE).state())
                    .as("of entra now")
                    .isEqualTo("held");
        }
    }
}
