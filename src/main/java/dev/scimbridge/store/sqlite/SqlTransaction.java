package dev.scimbridge.store.sqlite;

import dev.scimbridge.store.Backlog;
import dev.scimbridge.store.Claims;
import dev.scimbridge.store.Entry;
import dev.scimbridge.store.Facts;
import dev.scimbridge.store.Groups;
import dev.scimbridge.store.Intents;
import dev.scimbridge.store.People;
import dev.scimbridge.store.Tallies;
import dev.scimbridge.store.Transaction;
import dev.scimbridge.store.Upkeep;

/** What one work sees and does. It counts only once {@link #head} and {@link #written} have been taken over. */
final class SqlTransaction implements Transaction {
    private final Tables tables;
    private final Changed written = new Changed();
    private final People people;
    private final Groups groups;
    private Head head;

    SqlTransaction(Tables tables, Head head) {
        this.tables = tables;
        this.head = head;
        people = tables.people(written);
        groups = tables.groups(written);
    }

    Head head() {
        return head;
    }

    Changed written() {
        return written;
    }

    @Override
    public long revision() {
        return head.revision();
    }

    @Override
    public People people() {
        return people;
    }

    @Override
    public Groups groups() {
        return groups;
    }

    @Override
    public Intents intents() {
        return tables.intents();
    }

    @Override
    public Backlog backlog() {
        return tables.backlog();
    }

    @Override
    public Claims claims() {
        return tables.claims();
    }

    @Override
    public Tallies tallies() {
        return tables.tallies();
    }

    @Override
    public Facts facts() {
        return tables.facts();
    }

    @Override
    public void record(Entry entry) {
        head = tables.audit().append(head, entry);
    }

    @Override
    public Upkeep upkeep() {
        return new SqlUpkeep(tables.audit(), this::record);
    }
}
