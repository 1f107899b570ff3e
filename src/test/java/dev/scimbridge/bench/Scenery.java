package dev.scimbridge.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.scimbridge.sandbox.Control;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A workspace of one size with the bridge in front, and everybody in it written to. */
final class Scenery implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PAGE = 1000;

    /** Where there are fewer, all have been created before what creates them is compiled. */
    private static final int FEWEST_CREATED = 100_000;

    /** In so many pieces those are created who count. */
    private static final int PIECES = 5;

    final int people;
    private final Path file;
    private final Program workspace;
    private final int workspacePort;
    private final Control control;
    final Served bridge;

    /** How the first listing was taken in. */
    final Moments.Fold first;

    /** Whether everybody is still to be created. */
    private final boolean isToBeCreated;

    /** Waits until the bridge knows its workspace. */
    Scenery(int people, Choices choices) {
        this.people = people;
        Path data = Path.of("target", "bench", "data-" + people + (choices.managed() ? "" : "-seen"))
                .toAbsolutePath();
        file = data.resolveSibling("people-" + people + ".txt");
        boolean fresh = !choices.kept() || !Files.exists(data);
        workspace = Program.of(PretendPeople.class, String.valueOf(people));
        workspacePort = Integer.parseInt(workspace.answer());
        control = Control.at(workspacePort);
        bridge = new Served(choices.java(), workspacePort, data);
        first = fresh ? introduced(data, choices.moments() && people > 0 ? Moments.STARTS : 1) : Moments.Fold.UNSAID;
        if (!fresh) {
            bridge.launch().ready();
        }
        writePeople(Map.of());
        isToBeCreated = fresh && choices.managed() && people > 0;
    }

    /**
     * Creates everybody, if they are to be managed; what that has shown beside the store alone, if it counts. Their
     * commands take longer than that, and until the last is carried out nothing beside this is at rest.
     */
    Optional<Row> filled(Choices choices, Limits limits) {
        Optional<Row> creating = isToBeCreated ? create(choices, limits) : Optional.empty();
        writePeople(ids());
        return creating;
    }

    /** Starts a bridge that knows nobody, some times: how the first listing was taken in, the middle of them. The last stays. */
    private Moments.Fold introduced(Path data, int times) {
        List<Moments.Fold> folds = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            delete(data);
            bridge.launch().ready();
            folds.add(Moments.awaitFold(bridge.log));
            if (i < times - 1) {
                bridge.close();
            }
        }
        return Moments.Fold.middle(folds);
    }

    /**
     * Creates everybody; what counts is the last fifth, when what creates them is compiled, in turn with the store alone.
     * The client comes and goes first: else its coming for the last fifth is news to what was compiled without, and has it
     * compiled again.
     */
    private Optional<Row> create(Choices choices, Limits limits) {
        boolean counts = choices.operations().contains(Operation.CREATE) && people >= FEWEST_CREATED;
        int piece = counts ? people / 5 / PIECES : 0;
        int before = people - PIECES * piece;
        int introduced = people / 50;
        created(0, introduced);
        created(introduced, before - introduced);
        if (!counts) {
            return Optional.empty();
        }
        List<Load> ours = new ArrayList<>();
        List<Load> limit = new ArrayList<>();
        limits.commits(Operation.CREATE.connections, people, choices.warming());
        for (int i = 0; i < PIECES; i++) {
            ours.add(created(before + i * piece, piece));
            limit.add(limits.commits(Operation.CREATE.connections, people, choices.seconds()));
        }
        return Optional.of(new Row(Operation.CREATE, people, Load.quiet(ours), Load.quiet(limit)));
    }

    private Load created(int from, int count) {
        return load(each(Operation.CREATE.script, Operation.CREATE.connections, from, count), 0);
    }

    /** About anybody, at random. */
    Wrk.Sending anybody(String script, int connections) {
        return new Wrk.Sending(file, script, connections, 0, people, false);
    }

    /** About each of these, once. */
    Wrk.Sending each(String script, int connections, int from, int count) {
        return new Wrk.Sending(file, script, connections, from, count, true);
    }

    /** To and fro, about any of these. */
    Wrk.Sending some(String script, int connections, int from, int count) {
        return new Wrk.Sending(file, script, connections, from, count, false);
    }

    /** The bridge anew, with what it has on record. */
    void restart() {
        bridge.close();
        bridge.launch().ready();
    }

    Load load(Wrk.Sending sending, int seconds) {
        return Wrk.run(bridge.program(), bridge.base(), sending, seconds);
    }

    /** A command at the workspace itself. */
    Load command(Wrk.Sending sending) {
        return Wrk.run(workspace, "http://127.0.0.1:" + workspacePort, sending, 0);
    }

    Control control() {
        return control;
    }

    private void writePeople(Map<String, String> ids) {
        List<String> lines = new ArrayList<>();
        for (Control.Person each : control.state()) {
            if (each.is("active")) {
                String id = ids.getOrDefault(each.email(), "-");
                lines.add(lines.size() + " " + each.email() + " " + each.uid() + " " + each.accountType() + " " + id);
            }
        }
        try {
            Files.write(file, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One from the middle: number, address, the workspace's uid, account type, the bridge's id. */
    String[] someone() {
        try {
            return Files.readAllLines(file).get(people / 2).split(" ");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, String> ids() {
        Map<String, String> ids = new HashMap<>();
        try {
            for (int start = 1; start == 1 || ids.size() >= start - 1; ) {
                JsonNode page = JSON.readTree(
                        bridge.read("/scim/v2/Users?attributes=userName&count=" + PAGE + "&startIndex=" + start)
                                .body());
                JsonNode found = page.path("Resources");
                if (found.isEmpty()) {
                    break;
                }
                found.forEach(each ->
                        ids.put(each.path("userName").asText(), each.path("id").asText()));
                start += found.size();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ids;
    }

    static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        bridge.close();
        workspace.close();
    }
}
