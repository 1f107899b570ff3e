package dev.scimbridge.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is read but would do nothing is refused: nobody shall believe in a guard that is not there. */
class NotServedTest {
    @TempDir
    Path folder;

    @Test
    void a_setting_that_would_do_nothing_is_refused() {
        Map<String, String> environment = new HashMap<>(Written.ENOUGH);
        environment.put("SCIM_BRIDGE_MODE", "shadow");
        assertThat(NotServed.in(Written.settings(environment, null)))
                .singleElement()
                .asString()
                .startsWith("SCIM_BRIDGE_MODE: ")
                .contains("not served by this version");
    }

    @Test
    void what_is_usual_is_served() {
        assertThat(NotServed.in(Written.settings(Written.ENOUGH, null))).isEmpty();
    }

    @Test
    void serve_does_not_start_when_it_is_asked_for_a_shadow_it_cannot_cast() throws Exception {
        Map<String, String> environment = new HashMap<>(Written.ENOUGH);
        environment.put("SCIM_BRIDGE_MODE", "shadow");
        Child.End end = Child.run(folder, environment, "serve");
        assertThat(end.code()).isEqualTo(2);
        assertThat(end.out()).isEmpty();
        assertThat(end.err())
                .extracting(line -> line.substring(0, line.indexOf(": ")))
                .isEqualTo(List.of("SCIM_BRIDGE_MODE"));
    }
}
