package dev.scimbridge.bench;

import dev.scimbridge.directory.Changes;
import dev.scimbridge.directory.Locations;
import dev.scimbridge.directory.Snapshot;
import dev.scimbridge.directory.Someone;
import dev.scimbridge.directory.User;
import dev.scimbridge.http.scim.read.Site;
import dev.scimbridge.lifecycle.AccountType;
import dev.scimbridge.lifecycle.Address;
import dev.scimbridge.lifecycle.Observation;
import dev.scimbridge.lifecycle.Observed;
import dev.scimbridge.lifecycle.Planner;
import dev.scimbridge.lifecycle.Step;
import dev.scimbridge.lifecycle.Wish;
import dev.scimbridge.scim.Criterion;
import dev.scimbridge.scim.Document;
import dev.scimbridge.scim.ResourceSchema;
import java.time.Duration;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What a request is made of: a decision, a filter, a record published, a document written. */
@State(Scope.Benchmark)
public class InsideMicro {
    private static final String FILTER = "title co \"tour\" or name.familyName sw \"Mill\" and active eq true";
    private static final Locations HERE = new Site("http://127.0.0.1:8080/scim/v2/");
    private static final Address MAX = Address.of("max@acme.io");

    @Param({"1000", "100000"})
    public int people;

    private final Planner planner =
            new Planner(new Planner.Policy(3, Duration.ofDays(1), Duration.ofSeconds(5), false));
    private final Wish wish = Wish.of(Someone.active(AccountType.DEVELOPER), Someone.NOON);
    private final Observation seen = Observation.of(new Observed.Active("uid", AccountType.BUSINESS));
    private final Criterion criterion = Criterion.parse(FILTER, ResourceSchema.USER);
    private Snapshot snapshot;
    private User[] changed;
    private Document document;
    private int next;

    @Setup
    public void crowd() {
        snapshot = Crowd.of(people);
        changed = new User[1000];
        for (int i = 0; i < changed.length; i++) {
            changed[i] =
                    Someone.born(Crowd.person(i), i + 1).on(Someone.course(dev.scimbridge.lifecycle.State.PENDING));
        }
        document = snapshot.document(changed[0], HERE);
    }

    @Benchmark
    public Step plan() {
        return planner.next(wish, seen, MAX, Someone.NOON);
    }

    @Benchmark
    public Criterion compileFilter() {
        return Criterion.parse(FILTER, ResourceSchema.USER);
    }

    @Benchmark
    public boolean matchFilter() {
        return criterion.matches(document);
    }

    @Benchmark
    public Snapshot publish() {
        next = (next + 1) % changed.length;
        return snapshot.with(Changes.of(changed[next]));
    }

    @Benchmark
    public byte[] encode() {
        return document.bytes(ResourceSchema.USER);
    }
}
