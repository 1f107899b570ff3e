package dev.scimbridge.operations;

import dev.scimbridge.directory.Directory;
import dev.scimbridge.provisioning.Connections;
import dev.scimbridge.provisioning.Connections.Count;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** {@code connections}: to whom people belong. */
public final class Belongings {
    private static final List<String> COLUMNS = List.of("connection", "people", "held", "token");

    private final Connections connections;
    private final Directory directory;
    private final Set<String> tokens;

    /**
     * Stands on what is on record.
     *
     * @param tokens the names of the tokens there are now
     */
    public Belongings(Connections connections, Directory directory, Set<String> tokens) {
        this.connections = connections;
        this.directory = directory;
        this.tokens = tokens;
    }

    /** Each by its name, also those whose token is there no more. */
    public Report list(Parameters given) {
        Map<String, Count> all = new TreeMap<>(connections.all());
        tokens.forEach(name -> all.putIfAbsent(name, new Count(0, 0)));
        List<List<String>> rows = new ArrayList<>();
        all.forEach((name, count) -> rows.add(List.of(
                name,
                Integer.toString(count.people()),
                Integer.toString(count.held()),
                tokens.contains(name) ? "yes" : "no")));
        return Report.table(rows.size() + " connections", COLUMNS, rows);
    }

    /** Makes people belong to another. */
    public Report handover(Parameters given) {
        String from = given.need("from");
        String to = given.need("to");
        if (!tokens.contains(to)) {
            throw new Refusal("there is no token " + to + "; there are " + String.join(", ", tokens));
        }
        if (from.equals(to)) {
            throw new Refusal("they belong to " + to + " already");
        }
        String email = given.find("email");
        UUID person = email == null ? null : HeldPeople.person(directory, email).id();
        int many = connections.handover(from, to, person);
        if (many == 0) {
            throw new Refusal((email == null ? "nobody" : email + " does not") + " belong" + (email == null ? "s" : "")
                    + " to " + from);
        }
        return Report.saying(many + " people belong to " + to + " now");
    }
}
