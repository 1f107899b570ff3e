package dev.scimbridge.http.scim;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.glassfish.jersey.internal.MapPropertiesDelegate;
import org.glassfish.jersey.server.ContainerRequest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a client reaches the bridge, told by the proxy in front. */
class ForwardedTest {
    @ParameterizedTest(name = "{0} {1} {2} -> {3}")
    @CsvSource(nullValues = "-", textBlock = """
            bridge,      -,          -,                     http://bridge/
            bridge:8080, -,          -,                     http://bridge:8080/
            scim.acme,   https,      -,                     https://scim.acme/
            bridge,      https,      scim.acme,             https://scim.acme/
            bridge,      https,      scim.acme:8443,        https://scim.acme:8443/
            bridge,      https,      'scim.acme, inner:80', https://scim.acme/
            bridge,      HTTPS,      [2001:db8::1]:8443,    https://[2001:db8::1]:8443/
            bridge,      javascript, scim.acme,             http://scim.acme/
            bridge,      https,      evil.acme/x?,          https://bridge/
            bridge,      https,      evil.acme#,            https://bridge/
            bridge,      https,      user@evil.acme,        https://bridge/
            bridge,      https,      a b,                   https://bridge/
            bridge,      https,      [::1,                  https://bridge/
            bridge,      https,      ' ',                   https://bridge/
            """)
    void locations_are_as_the_client_reaches_them(String host, String proto, String forwarded, String expected) {
        URI base = URI.create("http://" + host + (host.contains(":") ? "" : ":80") + "/scim/v2/");
        URI target = base.resolve("Users/a%2Fb?filter=x");
        ContainerRequest request = new ContainerRequest(base, target, "GET", null, new MapPropertiesDelegate(), null);
        request.header("Host", host);
        request.header("X-Forwarded-Proto", proto);
        request.header("X-Forwarded-Host", forwarded);
        new Forwarded().filter(request);
        assertThat(request.getBaseUri()).hasToString(expected + "scim/v2/");
        assertThat(request.getRequestUri()).hasToString(expected + "scim/v2/Users/a%2Fb?filter=x");
    }
}
