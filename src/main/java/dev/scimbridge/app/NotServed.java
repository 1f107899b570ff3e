package dev.scimbridge.app;

import dev.scimbridge.app.Settings.Guards;
import dev.scimbridge.app.Settings.Mode;
import dev.scimbridge.app.Settings.Rules;
import java.util.ArrayList;
import java.util.List;

/**
 * What can be written and read but is not carried out yet. It stops the start: who asks for TLS, a shadow or a limit and
 * gets none would be worse off than one who knows. Each line goes when its setting is carried out.
 */
final class NotServed {
    /** What {@link Keys#MAX_PRIVILEGED_GRANTS} is when nobody says. */
    private static final String USUAL_GRANTS =
            Keys.MAX_PRIVILEGED_GRANTS.fallback().text();

    private NotServed() {}

    /** One line for each, none if all is served. */
    static List<String> in(Settings settings) {
        Rules rules = settings.rules();
        Guards guards = rules.guards();
        List<String> lines = new ArrayList<>();
        check(guards.maxInvitations().isPresent(), Keys.MAX_INVITATIONS, lines);
        check(!Integer.toString(guards.maxPrivilegedGrants()).equals(USUAL_GRANTS), Keys.MAX_PRIVILEGED_GRANTS, lines);
        check(settings.mode() != Mode.LIVE, Keys.MODE, lines);
        return lines;
    }

    private static void check(boolean asked, Setting<?> setting, List<String> lines) {
        if (asked) {
            lines.add(setting.name().usual() + ": is not served by this version and would do nothing; leave it out");
        }
    }
}
