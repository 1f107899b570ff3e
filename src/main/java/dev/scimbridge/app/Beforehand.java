package dev.scimbridge.app;

import dev.scimbridge.directory.AccountTypeRules;
import dev.scimbridge.directory.Directory;
import dev.scimbridge.directory.Presentation;
import dev.scimbridge.store.sqlite.SqliteStore;

/** What takes long to be loaded, is the same for every start, and so need not wait for the settings. */
final class Beforehand {
    private Beforehand() {}

    /** Begins to load it with a thread of its own; whoever needs it waits, and is told if it cannot be had. */
    static void begin() {
        Thread thread = new Thread(Beforehand::load, "beforehand");
        thread.setDaemon(true);
        thread.start();
    }

    private static void load() {
        // In the order in which it is needed.
        var unused = new Directory(new Presentation(AccountTypeRules.DEFAULT));
        SqliteStore.prepare();
    }
}
