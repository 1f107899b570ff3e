package dev.scimbridge.bench;

import dev.scimbridge.directory.Said;
import dev.scimbridge.directory.User;
import dev.scimbridge.scim.Document;
import dev.scimbridge.store.Entry;
import dev.scimbridge.store.Transaction;
import dev.scimbridge.store.contract.Cast;
import dev.scimbridge.store.sqlite.SqliteStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;

/**
 * The limit of writes: the store by itself with as many people as the bridge has, their records as large. So many writers
 * each read one, change one attribute, and write it with one audit entry.
 */
final class GroupCommit {
    private static final int BATCH = 500;

    private final UUID[] ids;

    private GroupCommit(int people) {
        ids = new UUID[people];
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        int writers = Integer.parseInt(arguments[0]);
        GroupCommit bench = new GroupCommit(Integer.parseInt(arguments[1]));
        Path folder = Files.createTempDirectory(Path.of("target", "bench"), "commits");
        SqliteStore store = SqliteStore.open(folder, Thread::new, Runnable::run, changes -> {});
        bench.fill(store);
        Random[] random = new Random[writers];
        for (int i = 0; i < writers; i++) {
            random[i] = new Random(i);
        }
        Stint.serve(writers, writer -> {
            UUID id = bench.ids[random[writer].nextInt(bench.ids.length)];
            String title = "Clerk " + random[writer].nextInt();
            store.write(transaction -> written(transaction, id, title))
                    .toCompletableFuture()
                    .join();
        });
        store.close();
        Scenery.delete(folder);
    }

    private void fill(SqliteStore store) {
        for (int from = 0; from < ids.length; from += BATCH) {
            int begin = from;
            store.write(transaction -> filled(transaction, begin))
                    .toCompletableFuture()
                    .join();
        }
    }

    private UUID[] filled(Transaction transaction, int begin) {
        for (int i = begin; i < Math.min(ids.length, begin + BATCH); i++) {
            User user = Cast.born(Crowd.person(i), transaction.revision());
            ids[i] = user.id();
            transaction.people().put(user);
        }
        return ids;
    }

    private static User written(Transaction transaction, UUID id, String title) {
        User user = Objects.requireNonNull(transaction.people().find(id));
        Said said = user.said();
        Document document = said.document().with("title", title);
        User next = Cast.next(user.saying(new Said(document, said.typeFrom(), said.connection())));
        transaction.people().put(next);
        transaction.record(new Entry(Cast.NOON, "bench", Entry.By.BRIDGE, id, Entry.Words.why("because")));
        return next;
    }
}
