package dev.scimbridge.store;

/** One transaction. All it reads is current, and nothing else is written meanwhile. */
public interface Transaction {
    /** This commit's own revision. */
    long revision();

    People people();

    Groups groups();

    Intents intents();

    Backlog backlog();

    Claims claims();

    Tallies tallies();

    Facts facts();

    /** Adds to the audit chain. */
    void record(Entry entry);

    Upkeep upkeep();
}
