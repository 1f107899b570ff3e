package dev.scimbridge.app;

import dev.scimbridge.app.Settings.Door;
import dev.scimbridge.app.Settings.Mode;
import dev.scimbridge.app.Settings.Tls;
import java.util.ArrayList;
import java.util.List;

/** What a person reads when it has started, as lines. Pure: where it is printed is another's business. */
final class Banner {
    private static final String ASKED = "sandy.shore@example.com";

    private Banner() {}

    /**
     * Where the two doors really are.
     *
     * @param scheme {@code http} or {@code https}
     */
    record Places(String scheme, Door scim, Door management) {
        /** The doors of the settings at the ports that were opened. */
        static Places of(Settings settings, Bridge bridge) {
            return new Places(
                    settings.doors().tls() instanceof Tls.Files ? "https" : "http",
                    new Door(settings.doors().scim().host(), bridge.scimPort()),
                    new Door(settings.doors().management().host(), bridge.managementPort()));
        }

        String scimUrl() {
            return url(scim) + "/scim/v2";
        }

        String managementUrl() {
            return url(management) + "/";
        }

        private String url(Door door) {
            return scheme + "://" + Hosts.callable(door.host()) + ":" + door.port();
        }
    }

    /** For the real thing. */
    static List<String> serve(String version, Settings settings, Places places) {
        Settings.Workspace workspace = settings.workspace();
        List<String> lines = new ArrayList<>();
        lines.add("scim-bridge " + version + (settings.mode() == Mode.SHADOW ? " (shadow: nothing is changed)" : ""));
        lines.add("  SCIM        " + places.scimUrl() + front(settings.doors().tls()));
        lines.add("  management  " + places.managementUrl());
        lines.add("  workspace   " + workspace.endpoint().getHost() + ", with "
                + workspace.credentials().kind());
        lines.add("  data        " + settings.data().toAbsolutePath().normalize());
        return List.copyOf(lines);
    }

    private static String front(Tls tls) {
        return tls instanceof Tls.Terminated ? " (TLS ends in front of it)" : "";
    }

    /** For the sandbox; the three commands work as they stand, one after the other. */
    static List<String> sandbox(String version, String token, int people, Places places) {
        String curl = "curl -s -H " + quoted("Authorization: Bearer " + token);
        String users = places.scimUrl() + "/Users";
        return List.of(
                "scim-bridge " + version + ", a sandbox: a pretend workspace with " + people + " people behind it",
                "  SCIM base URL  " + places.scimUrl(),
                "  bearer token   " + token,
                "  console        " + places.managementUrl(),
                "Try, one after the other: list people, create one, find them again.",
                curl + " " + quoted(users + "?count=3"),
                curl + " -H 'Content-Type: application/scim+json' -d " + quoted(person()) + " " + quoted(users),
                curl + " -G --data-urlencode " + quoted("filter=userName eq \"" + ASKED + "\"") + " " + quoted(users));
    }

    private static String person() {
        return "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:User\"],\"userName\":\"" + ASKED
                + "\",\"name\":{\"givenName\":\"Sandy\",\"familyName\":\"Shore\"},\"active\":true}";
    }

    /** As one word of a POSIX shell. */
    static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }
}
