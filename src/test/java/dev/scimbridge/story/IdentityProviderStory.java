package dev.scimbridge.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.scimbridge.sandbox.Control;
import dev.scimbridge.sandbox.Options;
import dev.scimbridge.sandbox.Workspace;
import dev.scimbridge.story.Scim.Reply;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The basic sequences of Okta and Entra, each three times: all is well; the workspace is down between accepting a write
 * and carrying it out; the bridge is killed between the two.
 */
class IdentityProviderStory {
    private static final int PEOPLE = 5;

    private Workspace workspace;
    private Control control;
    private JarBridge bridge;

    /** What happens between a write being accepted and being carried out. */
    enum Between {
        NOTHING,
        WORKSPACE_DOWN,
        BRIDGE_KILLED
    }

    @BeforeEach
    void begin() {
        workspace = Workspace.start(Options.usual().withPeople(PEOPLE));
        control = Control.of(workspace);
        bridge = JarBridge.before(workspace).start();
    }

    @AfterEach
    void end() {
        bridge.close();
        workspace.close();
    }

    @ParameterizedTest
    @EnumSource
    void okta_tests_the_connection_creates_changes_and_deactivates(Between between) {
        Reply probe = bridge.scim().get("/Users?startIndex=1&count=2");
        assertThat(probe.status()).isEqualTo(200);
        assertThat(probe.total()).isEqualTo(PEOPLE);
        assertThat(probe.body().path("itemsPerPage").isNumber()).isTrue();
        assertThat(bridge.scim().find("userName eq \"" + Cast.TESS + "\"").total())
                .isZero();

        String id = created(between, Cast.okta(Cast.TESS), "BUSINESS");
        signedUp(id);
        retyped(between, id, Cast.oktaRole("DEVELOPER"));
        everybodyIsListed();
        deactivated(between, id, Cast.OKTA_DEACTIVATE);
    }

    @ParameterizedTest
    @EnumSource
    void entra_probes_looks_up_creates_changes_and_deactivates(Between between) {
        Reply probe = bridge.scim().get("/Users?filter=userName+eq+%22cf4d78e8-cc4f-4d5d-b8b9-183561c0104a%22");
        assertThat(probe.status()).isEqualTo(200);
        assertThat(probe.total()).isZero();
        assertThat(probe.body().path("Resources").isArray()).isTrue();
        assertThat(bridge.scim()
                        .find("externalId eq \"0a21f0f2-8d2a-4f8e-bf98-7363c4aed4ef\"")
                        .total())
                .isZero();

        String id = created(between, Cast.entra(Cast.TESS, "ANALYST"), "ANALYST");
        assertThat(bridge.scim()
                        .find("externalId eq \"0a21f0f2-8d2a-4f8e-bf98-7363c4aed4ef\"")
                        .total())
                .isEqualTo(1);
        signedUp(id);
        retyped(between, id, Cast.entraRole("DEVELOPER"));
        everybodyIsListed();
        deactivated(between, id, Cast.ENTRA_DEACTIVATE);
    }

    private String created(Between between, String json, String type) {
        Reply created = accepted(between, () -> bridge.scim().create(json));
        assertThat(created.status()).isEqualTo(201);
        assertThat(created.active()).isTrue();
        assertThat(created.role()).isEqualTo(type);
        assertThat(created.body().path("userName").asText()).isEqualTo(Cast.TESS);
        assertThat(created.headers().firstValue("Location"))
                .hasValue(created.body().path("meta").path("location").asText());
        await().atMost(JarBridge.PATIENCE)
                .until(() -> control.find(Cast.TESS_FOLDED).isPresent());
        assertThat(control.person(Cast.TESS_FOLDED).accountType()).isEqualTo(type);
        await().atMost(JarBridge.PATIENCE)
                .until(() -> bridge.scim().user(created.id()).state().equals("waiting-for-signup"));
        assertThat(bridge.scim().user(created.id()).active()).isTrue();
        assertThat(control.applied("inviteUser")).isEqualTo(1);
        return created.id();
    }

    private void signedUp(String id) {
        control.accept(Cast.TESS_FOLDED);
        await().atMost(JarBridge.PATIENCE)
                .until(() -> bridge.scim().user(id).state().equals("settled"));
        assertThat(bridge.scim().user(id).bridge("workspaceUid")).isEqualTo(control.uid(Cast.TESS_FOLDED));
    }

    private void retyped(Between between, String id, String operation) {
        Reply changed = accepted(between, () -> bridge.scim().patch(id, operation));
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.role()).isEqualTo("DEVELOPER");
        await().atMost(JarBridge.PATIENCE)
                .until(() -> control.person(Cast.TESS_FOLDED).accountType().equals("DEVELOPER"));
        await().atMost(JarBridge.PATIENCE)
                .until(() -> bridge.scim().user(id).state().equals("settled"));
        assertThat(control.applied("updateUserAccountType")).isEqualTo(1);
    }

    private void everybodyIsListed() {
        Reply list = bridge.scim().get("/Users");
        assertThat(list.total()).isEqualTo(PEOPLE + 1);
        assertThat(list.body().path("Resources").findValuesAsText("userName"))
                .contains(Cast.TESS, "alexandra.james@paradime.example", "max.miller@paradime.example");
    }

    private void deactivated(Between between, String id, String operation) {
        Reply left = accepted(between, () -> bridge.scim().patch(id, operation));
        assertThat(left.status()).isEqualTo(200);
        assertThat(left.active()).isFalse();
        await().atMost(JarBridge.PATIENCE).until(() -> control.applied("disableUser") == 1);
        await().atMost(JarBridge.PATIENCE)
                .until(() -> bridge.scim().user(id).state().equals("settled"));
        Reply shown = bridge.scim().user(id);
        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.active()).isFalse();
        assertThat(control.applied("inviteUser")).isEqualTo(1);
    }

    /** The write is accepted, then something happens, then it is carried out. */
    private Reply accepted(Between between, Supplier<Reply> write) {
        if (between == Between.NOTHING) {
            return write.get();
        }
        control.down();
        Reply reply = write.get();
        if (between == Between.BRIDGE_KILLED) {
            bridge.kill();
        }
        control.up();
        if (between == Between.BRIDGE_KILLED) {
            bridge.start();
        }
        return reply;
    }
}
