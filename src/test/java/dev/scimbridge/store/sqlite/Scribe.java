package dev.scimbridge.store.sqlite;

import dev.scimbridge.directory.User;
import dev.scimbridge.store.Entry;
import dev.scimbridge.store.Transaction;
import dev.scimbridge.store.contract.Cast;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;

/** Writes people until it is killed, and says the id of each once the store has acknowledged it. */
final class Scribe {
    private static final int AT_A_TIME = 20;

    private Scribe() {}

    public static void main(String[] args) throws InterruptedException {
        SqliteStore store = SqliteStore.open(Path.of(args[0]), Thread::new, Runnable::run, people -> {});
        Semaphore slots = new Semaphore(AT_A_TIME);
        for (int i = 0; ; i++) {
            slots.acquire();
            User user = Cast.stranger(args[1] + "-" + i + "@acme.io");
            store.write(transaction -> written(transaction, user)).whenComplete((done, failure) -> {
                System.out.println(failure == null ? user.id() : failure);
                slots.release();
            });
        }
    }

    private static long written(Transaction transaction, User user) {
        transaction.people().put(user);
        transaction.record(new Entry(Cast.NOON, "test", Entry.By.BRIDGE, user.id(), Entry.Words.why("because")));
        return transaction.revision();
    }
}
