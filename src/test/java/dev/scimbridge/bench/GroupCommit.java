package dev.scimbridge.bench;

import dev.scimbridge.directory.User;
import dev.scimbridge.scim.Document;
import dev.scimbridge.store.Entry;
import dev.scimbridge.store.Transaction;
import dev.scimbridge.store.contract.Cast;
import dev.scimbridge.store.sqlite.SqliteStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The limit of writes: the store by itself, each write one record and one audit entry, by so many writers. */
final class GroupCommit {
    private GroupCommit() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        int writers = Integer.parseInt(arguments[0]);
        Path folder = Files.createTempDirectory(Path.of("target", "bench"), "commits");
        SqliteStore store = SqliteStore.open(folder, Thread::new, Runnable::run, changes -> {});
        User[] users = new User[writers];
        for (int i = 0; i < writers; i++) {
            users[i] = Cast.named(Cast.stranger("writer-" + i + "@acme.io"), "writer-" + i + "@acme.io");
        }
        Stint.serve(writers, writer -> {
            User user = users[writer];
            store.write(transaction -> written(transaction, user))
                    .toCompletableFuture()
                    .join();
            users[writer] = Cast.next(user);
        });
        store.close();
    }

    private static Document written(Transaction transaction, User user) {
        transaction.people().put(user);
        transaction.record(new Entry(Cast.NOON, "bench", Entry.By.BRIDGE, user.id(), Entry.Words.why("because")));
        return Document.EMPTY;
    }
}
