package dev.scimbridge.operations;

import dev.scimbridge.directory.People;
import dev.scimbridge.directory.User;
import dev.scimbridge.lifecycle.AccountType;
import dev.scimbridge.lifecycle.Desired;
import dev.scimbridge.lifecycle.Observed;
import dev.scimbridge.scim.Folded;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code people report}: who is in the workspace, against what has been asked so far. */
final class GoLive {
    private static final List<String> COLUMNS = List.of("finding", "address", "detail");

    private final Map<String, User> managedByName = new HashMap<>();
    private final Map<String, User> managedByLocalPart = new HashMap<>();
    private final List<User> unmanaged = new ArrayList<>();
    private final List<List<String>> atRisk = new ArrayList<>();
    private int matched;
    private int asked;

    private GoLive() {}

    static Report report(People people) {
        GoLive seen = new GoLive();
        people.each(seen::count);
        return seen.report();
    }

    private void count(User user) {
        boolean present = user.observation().state().isPresent();
        if (user.isDeleted() && !present) {
            return;
        }
        if (!user.isManaged()) {
            if (present) {
                unmanaged.add(user);
                risk(user, "nobody has written to them: nothing takes this from them");
            }
            return;
        }
        matched += present ? 1 : 0;
        asked += present ? 0 : 1;
        managedByLocalPart.put(user.identity().address().localPart(), user);
        String name = name(user);
        if (name != null) {
            managedByName.put(name, user);
        }
        String loses = loses(user);
        if (loses != null) {
            risk(user, loses);
        }
    }

    private void risk(User user, String detail) {
        Optional<AccountType> type = user.observation().state().accountType();
        if (type.isPresent() && type.get().isPrivileged()) {
            atRisk.add(row("privileged at risk", user, type.get() + ": " + detail));
        }
    }

    /** What is desired instead of what they have; null if they keep it. */
    private static @Nullable String loses(User user) {
        Desired desired = user.held() != null
                ? user.held().desired()
                : user.wish() == null ? null : user.wish().desired();
        if (!(user.observation().state() instanceof Observed.Active account) || desired == null) {
            return null;
        }
        if (desired instanceof Desired.Active active) {
            AccountType type = active.type();
            return type == null || type.equals(account.type()) ? null : "becomes " + type;
        }
        return "is taken out";
    }

    private Report report() {
        List<List<String>> rows = new ArrayList<>(atRisk);
        int twins = 0;
        for (User user : unmanaged) {
            String twin = twin(user);
            if (twin != null) {
                rows.add(row("twin", user, twin));
                twins++;
            }
        }
        unmanaged.forEach(user -> rows.add(row("unmanaged", user, "")));
        String headline = matched + " matched, " + unmanaged.size() + " unmanaged, " + asked
                + " asked for and not there, " + atRisk.size() + " privileged at risk, " + twins + " twins";
        return Report.table(headline, COLUMNS, rows);
    }

    /** Whom an unmanaged account looks like; null if nobody. */
    private @Nullable String twin(User user) {
        User same = managedByLocalPart.get(user.identity().address().localPart());
        if (same != null) {
            return "the same name before the @ as " + same.identity().address();
        }
        String name = name(user);
        User named = name == null ? null : managedByName.get(name);
        return named == null ? null : "called the same as " + named.identity().address();
    }

    private static @Nullable String name(User user) {
        String name = user.account().name();
        return name == null || name.isBlank() ? null : Folded.of(name.strip());
    }

    private static List<String> row(String finding, User user, String detail) {
        return List.of(finding, user.identity().address().value(), detail);
    }
}
