package dev.scimbridge.upstream.graphql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class CredentialsTest {
    @Test
    void key_and_secret_go_into_their_two_headers() {
        assertThat(Credentials.read(" the-key ", "the-secret\n", null).headers())
                .isEqualTo(Map.of("X-API-KEY", "the-key", "X-API-SECRET", "the-secret"));
    }

    @Test
    void a_workspace_token_is_a_bearer_token_and_needs_no_key() {
        assertThat(Credentials.read(null, "prdm_wsp_abc", null).headers())
                .isEqualTo(Map.of("Authorization", "Bearer prdm_wsp_abc"));
    }

    @Test
    void a_company_token_names_its_workspace() {
        assertThat(Credentials.read("ignored", "prdm_cmp_abc", "w1").headers())
                .isEqualTo(Map.of("Authorization", "Bearer prdm_cmp_abc", "X-Paradime-Workspace", "w1"));
    }

    @Test
    void what_is_missing_is_said_without_a_value() {
        assertThatThrownBy(() -> Credentials.read(null, "s3cr3t", null))
                .hasMessageContaining("needs its key")
                .hasMessageNotContaining("s3cr3t");
        assertThatThrownBy(() -> Credentials.read(null, "prdm_cmp_s3cr3t", " "))
                .hasMessageContaining("needs a workspace uid")
                .hasMessageNotContaining("s3cr3t");
        assertThatThrownBy(() -> Credentials.read("key", " ", null)).hasMessage("the secret is empty");
        assertThatThrownBy(() -> Credentials.read("key", "s3cr3t\r\nX: y", null))
                .hasMessage("the secret has characters that a header cannot carry");
    }

    @Test
    void no_secret_shows_when_they_are_printed() {
        assertThat(Credentials.read("the-key", "s3cr3t", null).toString()).isEqualTo("key and secret");
        assertThat(Credentials.read(null, "prdm_wsp_s3cr3t", null).toString()).isEqualTo("workspace token");
        assertThat(Credentials.read(null, "prdm_cmp_s3cr3t", "w1").toString())
                .isEqualTo("company token for workspace w1");
        assertThat(new Endpoint("https://api.acme.io/graphql?token=s3cr3t", Scripted.CREDENTIALS))
                .hasToString("https://api.acme.io/graphql with key and secret");
    }

    @Test
    void an_endpoint_is_an_http_url_without_credentials_in_it() {
        assertThatThrownBy(() -> new Endpoint("api.acme.io/graphql", Scripted.CREDENTIALS))
                .hasMessageContaining("not an http or https URL");
        assertThatThrownBy(() -> new Endpoint("https://me:s3cr3t@api.acme.io/", Scripted.CREDENTIALS))
                .hasMessageContaining("credentials in it")
                .hasMessageNotContaining("s3cr3t");
        assertThat(new Endpoint("http://pretend_workspace:8081/graphql", Scripted.CREDENTIALS))
                .isNotNull();
    }
}
