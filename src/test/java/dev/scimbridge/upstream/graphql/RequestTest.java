package dev.scimbridge.upstream.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.scimbridge.lifecycle.AccountType;
import dev.scimbridge.lifecycle.Address;
import dev.scimbridge.lifecycle.Answer;
import dev.scimbridge.lifecycle.Done;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the workspace is sent. */
class RequestTest {
    private final Scripted scripted = new Scripted();

    @AfterEach
    void close() {
        scripted.close();
    }

    private JsonNode sent() throws Exception {
        return new ObjectMapper()
                .readTree(scripted.server.takeRequest().getBody().utf8());
    }

    @Test
    void an_invite_names_its_operation_and_carries_its_values_as_variables() throws Exception {
        scripted.says(200, Scripted.ok());
        assertThat(scripted.invite()).isEqualTo(new Answer.Data<>(Done.DONE));
        JsonNode sent = sent();
        assertThat(sent.path("operationName").asText()).isEqualTo("InviteUser");
        assertThat(sent.path("query").asText())
                .startsWith("mutation InviteUser(")
                .doesNotContain("max@acme.io");
        assertThat(sent.path("variables").toString())
                .isIn(
                        "{\"email\":\"max@acme.io\",\"accountType\":\"DEVELOPER\"}",
                        "{\"accountType\":\"DEVELOPER\",\"email\":\"max@acme.io\"}");
    }

    @Test
    void an_address_with_quotes_stays_a_value() throws Exception {
        scripted.says(200, Scripted.ok());
        String evil = "a\"){ok}disableuser(uid:\"x@acme.io";
        scripted.workspace.invite(Address.of(evil), AccountType.BUSINESS);
        assertThat(sent().path("variables").path("email").asText()).isEqualTo(evil);
    }

    @Test
    void a_change_of_account_type_goes_by_uid() throws Exception {
        scripted.says(200, "{\"data\":{\"updateUserAccountType\":{\"ok\":true}}}");
        assertThat(scripted.workspace.changeAccountType(Scripted.UID, AccountType.ADMIN))
                .isEqualTo(new Answer.Data<>(Done.DONE));
        JsonNode sent = sent();
        assertThat(sent.path("operationName").asText()).isEqualTo("UpdateUserAccountType");
        assertThat(sent.path("variables").path("uid").asText()).isEqualTo(Scripted.UID);
        assertThat(sent.path("variables").path("accountType").asText()).isEqualTo("ADMIN");
    }

    @Test
    void a_disable_goes_by_uid() throws Exception {
        scripted.says(200, "{\"data\":{\"disableUser\":{\"ok\":true}}}");
        assertThat(scripted.workspace.disable(Scripted.UID)).isEqualTo(new Answer.Data<>(Done.DONE));
        JsonNode sent = sent();
        assertThat(sent.path("operationName").asText()).isEqualTo("DisableUser");
        assertThat(sent.path("variables").path("uid").asText()).isEqualTo(Scripted.UID);
    }

    @Test
    void a_listing_asks_for_all_that_is_known_of_people() throws Exception {
        scripted.says(200, "{\"data\":{\"listUsers\":{\"ok\":true,\"activeUsers\":[],\"invitedUsers\":[]}}}");
        scripted.workspace.roster();
        JsonNode sent = sent();
        assertThat(sent.path("operationName").asText()).isEqualTo("ListUsers");
        assertThat(sent.path("query").asText())
                .contains(
                        "activeUsers { uid email name accountType }",
                        "invitedUsers { email accountType inviteStatus }");
    }

    @Test
    void a_call_is_a_post_of_json_with_the_credentials_in_its_headers() throws Exception {
        scripted.says(200, Scripted.ok()).invite();
        RecordedRequest request = scripted.server.takeRequest();
        assertThat(request.getMethod()).isEqualTo("POST");
        assertThat(request.getTarget()).isEqualTo("/graphql");
        assertThat(request.getHeaders().get("Content-Type")).isEqualTo("application/json");
        assertThat(request.getHeaders().get("X-API-KEY")).isEqualTo("key-4711");
        assertThat(request.getHeaders().get("X-API-SECRET")).isEqualTo("secret-0815");
    }

    @Test
    void a_second_call_uses_the_connection_of_the_first() throws Exception {
        scripted.says(200, Scripted.ok()).says(200, Scripted.ok());
        scripted.invite();
        scripted.invite();
        assertThat(scripted.server.takeRequest().getConnectionIndex()).isZero();
        RecordedRequest second = scripted.server.takeRequest();
        assertThat(second.getConnectionIndex()).isZero();
        assertThat(second.getExchangeIndex()).isEqualTo(1);
    }
}
