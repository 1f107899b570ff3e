package dev.scimbridge.app;

import dev.scimbridge.app.Settings.Mode;
import java.util.ArrayList;
import java.util.List;

/**
 * What can be written and read but is not carried out yet. It stops the start: who asks for TLS, a shadow or a limit and
 * gets none would be worse off than one who knows. Each line goes when its setting is carried out.
 */
final class NotServed {
    private NotServed() {}

    /** One line for each, none if all is served. */
    static List<String> in(Settings settings) {
        List<String> lines = new ArrayList<>();
        check(settings.mode() != Mode.LIVE, Keys.MODE, lines);
        return lines;
    }

    private static void check(boolean asked, Setting<?> setting, List<String> lines) {
        if (asked) {
            lines.add(setting.name().usual() + ": is not served by this version and would do nothing; leave it out");
        }
    }
}
