package dev.scimbridge.http.scim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.scimbridge.scim.ScimProblem;
import java.net.URI;
import org.glassfish.jersey.internal.MapPropertiesDelegate;
import org.glassfish.jersey.server.ContainerRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BearerTest {
    private static final String TOKEN = "0123456789abcdef0123456789abcdef";
    private static final Bearer BEARER =
            new Bearer((presented, source) -> presented.equals(TOKEN) ? new Holder("okta", true, false) : null);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer " + TOKEN,
                "bearer " + TOKEN,
                "BEARER   " + TOKEN + "  ",
                "  Bearer " + TOKEN,
                TOKEN,
                " " + TOKEN + " "
            })
    void whoever_presents_the_token_is_let_in_by_its_name(String header) {
        ContainerRequest request = request(header);
        BEARER.filter(request);
        assertThat(request.getProperty(Bearer.CONNECTION)).isEqualTo("okta");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer",
                "Bearer ",
                "Basic " + TOKEN,
                "Bearer" + TOKEN,
                "Bearer Bearer " + TOKEN,
                "Bearer " + TOKEN + "0",
                "Bearer 0123456789ABCDEF0123456789ABCDEF"
            })
    void nobody_else_is(String header) {
        ContainerRequest request = request(header);
        assertThatExceptionOfType(ScimProblem.class)
                .isThrownBy(() -> BEARER.filter(request))
                .satisfies(problem -> {
                    assertThat(problem.status()).isEqualTo(401);
                    assertThat(problem.detail()).doesNotContainIgnoringCase(TOKEN);
                });
        assertThat(request.getProperty(Bearer.CONNECTION)).isNull();
    }

    @Test
    void whoever_presents_nothing_is_told_what_is_missing() {
        for (ContainerRequest request : new ContainerRequest[] {request(null), request(""), request("   ")}) {
            assertThatExceptionOfType(ScimProblem.class)
                    .isThrownBy(() -> BEARER.filter(request))
                    .satisfies(problem -> assertThat(problem.detail()).contains("required"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GET, Users, true",
        "HEAD, Users, true",
        "POST, Users/.search, true",
        "POST, .search, true",
        "POST, Users, false",
        "POST, Bulk, false",
        "PUT, Users/.search, false",
        "PATCH, Users/x, false",
        "DELETE, Groups/x, false"
    })
    void whoever_may_only_read_writes_nothing(String method, String path, boolean passes) {
        ContainerRequest request = request("Bearer " + TOKEN, method, path);
        if (passes) {
            BEARER.filter(request);
        } else {
            assertThatExceptionOfType(ScimProblem.class)
                    .isThrownBy(() -> BEARER.filter(request))
                    .satisfies(problem -> assertThat(problem.status()).isEqualTo(403));
        }
    }

    private static ContainerRequest request(String header) {
        return request(header, "GET", "Users");
    }

    private static ContainerRequest request(String header, String method, String path) {
        URI base = URI.create("http://localhost/scim/v2/");
        ContainerRequest request =
                new ContainerRequest(base, base.resolve(path), method, null, new MapPropertiesDelegate(), null);
        if (header != null) {
            request.header("Authorization", header);
        }
        return request;
    }
}
