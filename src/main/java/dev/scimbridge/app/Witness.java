package dev.scimbridge.app;

import dev.scimbridge.store.Facts;
import dev.scimbridge.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells a database that was put back from the one that ran last: each run leaves a name in the database and in a file
 * beside it. The file is ahead of the database while a name changes, so that a crash in between is no alarm; where it
 * cannot be written, the old name stays in both.
 */
final class Witness {
    private static final Logger LOG = LoggerFactory.getLogger(Witness.class);
    private static final String FACT = "run-id";

    private final Path file;
    private final Set<String> names;

    private Witness(Path file, Set<String> names) {
        this.file = file;
        this.names = names;
    }

    /** What the last run in this folder has left. */
    static Witness in(Path folder) {
        Path file = folder.resolve("run-id");
        try {
            return new Witness(file, new LinkedHashSet<>(Files.readAllLines(file)));
        } catch (IOException e) {
            LOG.debug("nothing in {}: {}", file, e.toString());
            return new Witness(file, Set.of());
        }
    }

    /** Why this database may not be the one that ran last; null if it is, or if there was none. */
    @Nullable
    String doubt(Facts facts) {
        String last = facts.find(FACT);
        if (last == null ? names.isEmpty() : names.contains(last)) {
            return null;
        }
        return "the database is not the one that ran here last (a backup that was put back?)";
    }

    /** Names this run. To be called when a doubt is on disk. */
    void renew(Store store) {
        String name = UUID.randomUUID().toString();
        Set<String> both = new LinkedHashSet<>(names);
        both.add(name);
        try {
            write(both);
            boolean known = store.write(tx -> {
                        tx.facts().put(FACT, name);
                        return true;
                    })
                    .toCompletableFuture()
                    .join();
            LOG.debug("this run is {}: {}", name, known);
            write(List.of(name));
        } catch (IOException | CompletionException e) {
            LOG.warn("{} cannot be written: {}", file, e.toString());
        }
    }

    private void write(Iterable<String> lines) throws IOException {
        Path next = file.resolveSibling("run-id.next");
        Files.write(next, lines);
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
