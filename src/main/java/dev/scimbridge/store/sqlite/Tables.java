package dev.scimbridge.store.sqlite;

import dev.scimbridge.store.Backlog;
import dev.scimbridge.store.Claims;
import dev.scimbridge.store.Facts;
import dev.scimbridge.store.Groups;
import dev.scimbridge.store.Intents;
import dev.scimbridge.store.People;
import dev.scimbridge.store.Picture;
import dev.scimbridge.store.Tallies;

/** All there is to write to, over one connection. */
final class Tables {
    private final Statements statements;
    private final Picture picture;
    private final PeopleTable people;
    private final ActiveCount active;
    private final GroupTables groups;
    private final SqlIntents intents;
    private final Backlog backlog;
    private final SqlClaims claims;
    private final SqlTallies tallies;
    private final Facts facts;
    private final AuditTable audit;

    Tables(Statements statements, Picture picture) {
        this.statements = statements;
        this.picture = picture;
        people = new PeopleTable("people", statements);
        active = new ActiveCount(statements);
        groups = new GroupTables(statements);
        intents = new SqlIntents(new PeopleTable("intents", statements));
        backlog = new SqlBacklog(statements);
        claims = new SqlClaims(statements);
        tallies = new SqlTallies(statements);
        facts = new SqlFacts(statements);
        audit = new AuditTable(statements);
    }

    People people(Changed written) {
        return new SqlPeople(statements, people, active, picture, written::user);
    }

    /** What is kept in memory beside the database, as it is now. */
    record Mark(int active, long counts, long intents, long claims) {}

    Mark mark() {
        return new Mark(
                active.mark(),
                tallies.mark(),
                intents.whose().mark(),
                claims.whose().mark());
    }

    /** What was written since is undone. */
    void back(Mark mark) {
        active.back(mark.active);
        tallies.back(mark.counts);
        intents.whose().back(mark.intents);
        claims.whose().back(mark.claims);
    }

    Groups groups(Changed written) {
        return new SqlGroups(groups, written);
    }

    Intents intents() {
        return intents;
    }

    Backlog backlog() {
        return backlog;
    }

    Claims claims() {
        return claims;
    }

    Tallies tallies() {
        return tallies;
    }

    Facts facts() {
        return facts;
    }

    AuditTable audit() {
        return audit;
    }
}
