package dev.scimbridge.bench;

import dev.scimbridge.directory.Locations;
import dev.scimbridge.directory.Snapshot;
import dev.scimbridge.http.scim.read.Asked;
import dev.scimbridge.http.scim.read.Cursors;
import dev.scimbridge.http.scim.read.Parameters;
import dev.scimbridge.http.scim.read.Reads;
import dev.scimbridge.http.scim.read.Site;
import java.time.Clock;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** From what a client asks to the bytes of the answer, without HTTP. */
@State(Scope.Benchmark)
public class ReadsMicro {
    private static final int PEOPLE = 1000;
    private static final Locations HERE = new Site("http://127.0.0.1:8080/scim/v2/");

    private Reads reads;
    private String[] ids;
    private String[] filters;
    private int next;

    @Setup
    public void people() {
        Snapshot snapshot = Crowd.of(PEOPLE);
        reads = new Reads(() -> snapshot, new Cursors(new byte[Cursors.KEY_BYTES], Clock.systemUTC()));
        ids = new String[PEOPLE];
        filters = new String[PEOPLE];
        for (int i = 0; i < PEOPLE; i++) {
            ids[i] = Crowd.person(i).id().toString();
            filters[i] = "filter=userName+eq+%22" + Crowd.address(i) + "%22";
        }
    }

    @Benchmark
    public byte[] byId() {
        return reads.users().one(ids[turn()], asked(null)).body();
    }

    @Benchmark
    public byte[] byUserName() {
        return reads.users().list(asked(filters[turn()])).body();
    }

    @Benchmark
    public byte[] page() {
        return reads.users().list(asked("startIndex=401&count=100")).body();
    }

    private int turn() {
        next = (next + 1) % PEOPLE;
        return next;
    }

    private static Asked asked(String query) {
        return new Asked(Parameters.of(query), "okta", HERE, null);
    }
}
