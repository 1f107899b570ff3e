package dev.scimbridge.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.scimbridge.story.Scim.Reply;
import org.junit.jupiter.api.Test;

/** A run beside what there was before, and the day on which it goes live. */
class ShadowStory {
    private static final String JOHN = "john.okafor@paradime.example";
    private static final String PRIYA = "priya.sharma@paradime.example";

    @Test
    void a_shadow_touches_nobody_and_goes_live_at_the_number_of_its_plan() throws Exception {
        try (Stage stage = Stage.with(8, bridge -> bridge.with("SCIM_BRIDGE_MODE", "shadow"))) {
            Reply created = stage.scim().create(Cast.okta(Cast.TESS, "BUSINESS"));
            assertThat(created.status()).isEqualTo(201);
            assertThat(created.active()).isTrue();
            assertThat(created.role()).isEqualTo("BUSINESS");
            assertThat(created.state()).isEqualTo("shadow");
            assertThat(created.bridge("reason"))
                    .isEqualTo("would call inviteUser tess.user@acme.io as BUSINESS: not in the workspace yet");
            for (String leaver : new String[] {JOHN, PRIYA}) {
                String id = stage.scim().named(leaver).id();
                Reply left = stage.scim().patch(id, Cast.OKTA_DEACTIVATE);
                assertThat(left.active()).isFalse();
                stage.untilState(id, "shadow");
            }
            stage.untilListedAgain();
            assertThat(stage.control.commands()).isZero();
            assertThat(stage.bridge.operator().read("people?state=shadow").column("address"))
                    .containsExactlyInAnyOrder("tess.user@acme.io", JOHN, PRIYA);
            assertThat(stage.bridge.say("plan", "confirm", "3").code()).isEqualTo(2);

            goesLive(stage, created.id());
        }
    }

    /** With a narrower brake than before. */
    private static void goesLive(Stage stage, String joiner) throws Exception {
        stage.bridge.stop();
        stage.bridge
                .with("SCIM_BRIDGE_MODE", "live")
                .with("SCIM_BRIDGE_GUARDS_MAX_DEACTIVATIONS", "1")
                .start();
        stage.untilListedAgain();
        assertThat(stage.control.commands()).isZero();
        assertThat(stage.scim().user(joiner).bridge("reason")).contains("confirms the plan");

        JarBridge.Said plan = stage.bridge.say("plan");
        assertThat(plan.lines().get(0)).isEqualTo("3 steps would be taken now");
        assertThat(plan.text()).contains("scim-bridge plan confirm 3", "1 of them are beyond what leaver-brake lets");
        JarBridge.Said wrong = stage.bridge.say("plan", "confirm", "2");
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.lines()).singleElement().asString().startsWith("the plan has 3 steps now, not 2");
        stage.untilListedAgain();
        assertThat(stage.control.commands()).isZero();

        assertThat(stage.bridge.say("plan", "confirm", "3").code()).isZero();
        stage.untilState(joiner, "waiting-for-signup");
        stage.untilState(stage.scim().named(JOHN).id(), "settled");
        assertThat(stage.control.person(JOHN).is("disabled")).isTrue();
        Reply held = stage.scim().named(PRIYA);
        assertThat(held.state()).isEqualTo("held");
        assertThat(held.active()).isTrue();
        assertThat(stage.control.person(PRIYA).is("active")).isTrue();
        assertThat(stage.bridge.say("plan", "confirm", "0").lines().get(0)).contains("nothing waits");
    }
}
