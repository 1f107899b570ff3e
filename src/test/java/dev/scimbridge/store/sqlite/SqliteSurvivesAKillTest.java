package dev.scimbridge.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.scimbridge.store.AuditLog.Verdict;
import dev.scimbridge.store.StoreProblem;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An acknowledged write is on disk, whenever the process is killed. */
@Timeout(120)
class SqliteSurvivesAKillTest {
    private static final List<Integer> ACKNOWLEDGED_BEFORE_THE_KILL = List.of(1, 150, 700, 1_500);

    @TempDir
    Path folder;

    @TempDir
    Path temporary;

    @Test
    void no_acknowledged_write_is_lost_when_the_process_is_killed() throws IOException, InterruptedException {
        List<String> acknowledged = new ArrayList<>();
        for (int lines : ACKNOWLEDGED_BEFORE_THE_KILL) {
            acknowledged.addAll(writtenUntilKilled(lines));
            try (SqliteStore store = SqliteStore.open(folder, Thread::new, Runnable::run, people -> {})) {
                Set<String> there = new HashSet<>();
                store.load(changes ->
                        changes.people().forEach(user -> there.add(user.id().toString())));
                assertThat(there).containsAll(acknowledged);
                assertThat(store.audit().verify()).isEqualTo(new Verdict(there.size(), 0, null));
                assertThat(store.revision()).isEqualTo(there.size());
            }
        }
    }

    /** Else each would leave SQLite's library behind. */
    @Test
    void a_killed_process_leaves_nothing_where_the_machine_keeps_what_is_temporary()
            throws IOException, InterruptedException {
        assertThat(writtenUntilKilled(1)).isNotEmpty();
        assertThat(temporary).isEmptyDirectory();
    }

    /** What it said in the moment between our decision and its death was acknowledged too. */
    private List<String> writtenUntilKilled(int lines) throws IOException, InterruptedException {
        Process process = scribe("run" + lines);
        List<String> said = new ArrayList<>();
        try (BufferedReader output = process.inputReader()) {
            while (said.size() < lines) {
                said.add(output.readLine());
            }
            assertThatThrownBy(() -> SqliteStore.open(folder, Thread::new, Runnable::run, people -> {}))
                    .isInstanceOf(StoreProblem.class)
                    .hasMessageContaining("in use by another scim-bridge");
            // Not by the process itself, which would close the pipe and lose what is still in it.
            process.toHandle().destroyForcibly();
            output.lines().filter(line -> line.length() == 36).forEach(said::add);
        } finally {
            process.destroyForcibly().waitFor();
        }
        assertThat(said).hasSizeGreaterThanOrEqualTo(lines).allMatch(line -> line != null && line.length() == 36);
        return said;
    }

    private Process scribe(String name) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(
                        java,
                        "-Djava.io.tmpdir=" + temporary,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Scribe.class.getName(),
                        folder.toString(),
                        name)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
