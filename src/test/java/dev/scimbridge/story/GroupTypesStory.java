package dev.scimbridge.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.scimbridge.story.Scim.Reply;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Groups that give account types ({@code account-types.groups}): real levers are pulled, and what they gave goes with them. */
class GroupTypesStory {
    private static final String CHANGE = "updateUserAccountType";
    private static final String INVITE = "inviteUser";

    private static Stage stage;
    private static Teams teams;

    @BeforeAll
    static void begin() {
        stage = Stage.with(
                8,
                bridge -> bridge.with(
                                "SCIM_BRIDGE_ACCOUNT_TYPES_GROUPS",
                                "Platform Team=ADMIN,Data Makers=DEVELOPER,Owners=BILLING_ADMIN")
                        .with("SCIM_BRIDGE_ACCOUNT_TYPES_GRANTABLE", "ADMIN,DEVELOPER,ANALYST,BUSINESS"));
        teams = new Teams(stage.scim());
    }

    @AfterAll
    static void end() {
        stage.close();
    }

    @Test
    void joining_and_leaving_pull_the_lever_and_the_said_role_speaks_again() {
        String said = "said@acme.io";
        String id = stage.member(said, "ANALYST");
        String team = teams.found("data makers", id);
        untilIs(said, "DEVELOPER");
        Reply shown = stage.scim().user(id);
        assertThat(shown.role()).isEqualTo("DEVELOPER");
        assertThat(shown.bridge("accountTypeFrom")).isEqualTo("groups: data makers");
        Reply echoed = stage.scim().replace(id, shown.body().toString());
        assertThat(echoed.role()).isEqualTo("DEVELOPER");

        teams.patch(team, Teams.remove(id));
        untilIs(said, "ANALYST");
        assertThat(stage.scim().user(id).bridge("accountTypeFrom")).isEqualTo("roles: ANALYST");
        assertThat(types(said)).containsExactly("DEVELOPER", "ANALYST");
        assertThat(teams.delete(team).status()).isEqualTo(204);
    }

    @Test
    void of_several_groups_the_highest_counts_and_what_is_above_the_ceiling_is_passed_over() {
        String address = "several@acme.io";
        stage.control.add(address, "ANALYST");
        await().atMost(JarBridge.PATIENCE)
                .until(() -> stage.scim().named(address).status() == 200
                        && !stage.scim().named(address).id().isEmpty());
        String id = stage.scim().named(address).id();
        assertThat(stage.scim().user(id).state()).isEqualTo("unmanaged");
        String owners = teams.found("Owners", id);
        assertThat(stage.scim().user(id).state()).isEqualTo("unmanaged");
        String makers = teams.found("Data Makers", id);
        untilIs(address, "DEVELOPER");
        assertThat(stage.scim().user(id).bridge("accountTypeFrom"))
                .isEqualTo("groups: Data Makers (groups: Owners is passed over: BILLING_ADMIN is not grantable)");
        String platform = teams.found("Platform Team", id);
        untilIs(address, "ADMIN");
        teams.patch(platform, Teams.rename("Former platform team"));
        untilIs(address, "DEVELOPER");
        teams.delete(makers);
        untilIs(address, "BUSINESS");
        assertThat(types(address)).containsExactly("DEVELOPER", "ADMIN", "DEVELOPER", "BUSINESS");
        teams.delete(owners);
        teams.delete(platform);
    }

    @Test
    void a_group_named_like_an_unprivileged_type_gives_it_and_a_privileged_one_does_not() {
        String address = "named@acme.io";
        String id = stage.member(address, "BUSINESS");
        String admins = teams.found("Admin", id);
        String analysts = teams.found("Analyst", id);
        untilIs(address, "ANALYST");
        assertThat(types(address)).containsExactly("ANALYST");
        teams.delete(admins);
        teams.delete(analysts);
    }

    @Test
    void whoever_is_in_the_group_before_they_are_invited_is_invited_as_what_it_gives() {
        String address = "early@acme.io";
        stage.control.down();
        Reply created = stage.scim().create(Cast.okta(address));
        String team = teams.found("Data Makers", created.id());
        stage.bridge.kill();
        stage.control.up();
        stage.bridge.start();
        await().atMost(JarBridge.PATIENCE).until(() -> stage.control.applied(INVITE, address) == 1);
        assertThat(stage.control.person(address).accountType()).isEqualTo("DEVELOPER");
        teams.delete(team);
    }

    @Test
    void a_change_that_was_acknowledged_before_a_kill_is_carried_out_after_it() {
        String address = "killed@acme.io";
        String id = stage.member(address, "ANALYST");
        stage.control.down();
        assertThat(teams.create("Data Makers", id).status()).isEqualTo(201);
        stage.bridge.kill();
        stage.control.up();
        stage.bridge.start();
        untilIs(address, "DEVELOPER");
        String team = stage.scim()
                .get("/Groups?filter=displayName+eq+%22data+makers%22")
                .body()
                .at("/Resources/0/id")
                .asText();
        assertThat(teams.members(team)).containsExactly(id);
        teams.delete(team);
    }

    private static void untilIs(String address, String type) {
        await().atMost(JarBridge.PATIENCE)
                .until(() -> stage.control.person(address).accountType().equals(type));
        stage.untilState(stage.scim().named(address).id(), "settled");
    }

    /** What the workspace was told to make of them, in order. */
    private static List<String> types(String address) {
        return stage.control.log(CHANGE, address).stream()
                .map(call -> call.arguments().get("accountType").toString())
                .toList();
    }
}
