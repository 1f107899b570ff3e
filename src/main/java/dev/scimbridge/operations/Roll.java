package dev.scimbridge.operations;

import dev.scimbridge.directory.Directory;
import dev.scimbridge.directory.User;
import dev.scimbridge.lifecycle.State;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code people}: who there is, and how each stands. */
public final class Roll implements Command {
    private static final List<String> COLUMNS = List.of("address", "state", "since", "why", "id");

    private final Directory directory;

    public Roll(Directory directory) {
        this.directory = directory;
    }

    @Override
    public Report run(Parameters given) {
        State wanted = state(given.find("state"));
        List<List<String>> rows = new ArrayList<>();
        directory.snapshot().people().each(user -> {
            if (!user.isDeleted() && (wanted == null || user.course().state() == wanted)) {
                rows.add(row(user));
            }
        });
        String which = wanted == null ? "" : " " + wanted.word();
        return Report.table(rows.size() + " people" + which, COLUMNS, rows);
    }

    private static @Nullable State state(@Nullable String word) {
        if (word == null) {
            return null;
        }
        try {
            return State.of(word);
        } catch (IllegalArgumentException e) {
            String all = Arrays.stream(State.values()).map(State::word).collect(Collectors.joining(", "));
            throw new Refusal("there is no state " + word + "; there are " + all);
        }
    }

    private static List<String> row(User user) {
        return List.of(
                user.identity().address().toString(),
                user.course().state().word(),
                user.course().since().toString(),
                user.course().why(),
                user.id().toString());
    }
}
