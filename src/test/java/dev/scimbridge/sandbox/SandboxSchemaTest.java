package dev.scimbridge.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.scimbridge.sandbox.Caller.Reply;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The workspace speaks real GraphQL, and lets in whom its documentation says. */
class SandboxSchemaTest {
    private static final String ADA = "ada@new.example";

    private final Workspace workspace =
            Workspace.start(Options.usual().withPeople(4).withClock(new HandWoundClock()));
    private final Control control = Control.of(workspace);
    private final Caller caller = new Caller(workspace);

    @AfterEach
    void close() {
        workspace.close();
    }

    @Test
    void a_listing_has_the_documented_shape() throws Exception {
        control.invite(ADA, "BUSINESS");
        Reply reply = caller.list();
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.data("listUsers").path("ok").asBoolean()).isTrue();
        assertThat(reply.data("listUsers").path("activeUsers").path(0).toString())
                .matches("\\{\"uid\":\"[0-9a-f]{64}\",\"email\":\"alexandra.james@paradime.example\","
                        + "\"name\":\"Alexandra James\",\"accountType\":\"ADMIN\"}");
        assertThat(reply.data("listUsers").path("invitedUsers").toString())
                .isEqualTo(
                        "[{\"email\":\"ada@new.example\",\"accountType\":\"BUSINESS\",\"inviteStatus\":\"ACTIVE\"}]");
    }

    @Test
    void only_what_is_selected_is_told() throws Exception {
        Reply reply = caller.call("{ listUsers { activeUsers { email } } }", Map.of());
        assertThat(reply.data("listUsers").toString()).startsWith("{\"activeUsers\":[{\"email\":\"alexandra");
        assertThat(reply.data("listUsers").path("activeUsers").path(0).size()).isEqualTo(1);
    }

    @Test
    void all_nine_account_types_are_known() throws Exception {
        Reply reply = caller.call("{ __type(name: \"UserAccountType\") { enumValues { name } } }", Map.of());
        assertThat(reply.data("__type").path("enumValues").findValuesAsText("name"))
                .containsExactlyInAnyOrder(
                        "ADMIN",
                        "DEVELOPER",
                        "BUSINESS",
                        "WORKSPACE_ADMIN",
                        "WORKSPACE_SETTINGS_ADMIN",
                        "SECURITY_ADMIN",
                        "BILLING_ADMIN",
                        "ANALYST",
                        "SANDBOX_USER");
    }

    @Test
    void an_account_type_nobody_knows_is_an_error_and_changes_nothing() throws Exception {
        Reply reply = caller.invite(ADA, "EMPEROR");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.gist()).contains("EMPEROR");
        assertThat(control.find(ADA)).isEmpty();
        assertThat(control.applied("inviteUser")).isZero();
    }

    @Test
    void arguments_may_stand_in_the_query() throws Exception {
        Reply reply =
                caller.call("mutation { inviteUser(email: \"" + ADA + "\", accountType: ADMIN) { ok } }", Map.of());
        assertThat(reply.gist()).isEqualTo("ok");
        assertThat(control.person(ADA).accountType()).isEqualTo("ADMIN");
        assertThat(control.applied("inviteUser", ADA)).isEqualTo(1);
    }

    @Test
    void what_is_not_graphql_is_an_error() throws Exception {
        assertThat(caller.call("mutation {", Map.of()).json().has("errors")).isTrue();
        assertThat(caller.call("{ nonsense }", Map.of()).json().has("errors")).isTrue();
    }

    @Test
    void the_workspace_names_itself() throws Exception {
        Reply reply = caller.call("query ListWorkspaces { listWorkspaces { ok workspaces { uid name } } }", Map.of());
        assertThat(reply.data("listWorkspaces").toString())
                .isEqualTo("{\"ok\":true,\"workspaces\":[{\"uid\":\"sandbox-workspace\",\"name\":\"Sandbox\"}]}");
    }

    @Test
    void a_token_of_the_workspace_opens_it() throws Exception {
        assertThat(with("Authorization", "Bearer prdm_wsp_sandbox-workspace-token")
                        .list()
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_token_of_the_company_opens_it_only_together_with_its_uid() throws Exception {
        String token = "Bearer prdm_cmp_sandbox-company-token";
        assertThat(with("Authorization", token).list().status()).isEqualTo(401);
        Caller named =
                new Caller(workspace, Map.of("Authorization", token, "X-Paradime-Workspace", "sandbox-workspace"));
        assertThat(named.list().status()).isEqualTo(200);
        Caller elsewhere =
                new Caller(workspace, Map.of("Authorization", token, "X-Paradime-Workspace", "another-workspace"));
        assertThat(elsewhere.list().status()).isEqualTo(401);
    }

    @Test
    void wrong_credentials_open_nothing_and_use_up_no_failure() throws Exception {
        control.failNext(Way.http(503));
        assertThat(new Caller(workspace, Map.of()).list().status()).isEqualTo(401);
        assertThat(new Caller(workspace, Map.of("X-API-KEY", "sandbox-key", "X-API-SECRET", "guessed"))
                        .invite(ADA, "ADMIN")
                        .status())
                .isEqualTo(401);
        assertThat(with("Authorization", "Bearer prdm_wsp_guessed").list().status())
                .isEqualTo(401);
        assertThat(control.find(ADA)).isEmpty();
        assertThat(caller.list().status()).isEqualTo(503);
    }

    private Caller with(String header, String value) {
        return new Caller(workspace, Map.of(header, value));
    }
}
