package dev.scimbridge.http.scim;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.scimbridge.directory.AccountTypeRules;
import dev.scimbridge.directory.Presentation;
import dev.scimbridge.directory.Snapshot;
import dev.scimbridge.http.scim.Targets.Place;
import dev.scimbridge.http.scim.Targets.Target;
import dev.scimbridge.http.scim.read.Cursors;
import dev.scimbridge.http.scim.read.Reads;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetsTest {
    private static final String ID = "6b1b6d0e-7f3d-5a0e-9d7e-0d7a3f1c2b4a";

    private final Snapshot snapshot = Snapshot.empty(new Presentation(AccountTypeRules.DEFAULT));
    private final Reads reads = new Reads(() -> snapshot, new Cursors(new byte[Cursors.KEY_BYTES], Clock.systemUTC()));

    private Target users(String id) {
        return new Target(new Place(reads.users(), null), id);
    }

    private Target groups(String id) {
        return new Target(new Place(reads.groups(), null), id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "startIndex=1",
                "count=100",
                "count=0",
                "startIndex=1&count=100",
                "count=7&startIndex=99900",
                "filter=userName%20eq%20%22ada%40paradime.example%22",
                "filter=userName+eq+%22ada%40paradime.example%22&aadOptscim062020",
                "filter=externalId%20eq%20%2200u1%22",
            })
    void answersWhatPeopleAreLookedUpByAndAUsualPageOnTheSpot(String query) {
        assertTrue(users(null).isShort(query));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "count=101",
                "count=1000",
                "count=-1",
                "startIndex=1&count=100&sortBy=userName",
                "startIndex=1&count=100&attributes=userName",
                "cursor",
                "filter=title%20pr",
                "filter=title%20eq%20%22x%22",
                "filter=userName%20eq%20%22a%22%20or%20title%20pr%20%22",
                "startIndex=1&filter=title%20pr",
            })
    void leavesToAWorkerWhatMayTakeLong(String query) {
        assertFalse(users(null).isShort(query));
    }

    @Test
    void answersOnePersonOnTheSpotWhateverIsAskedOfThem() {
        assertTrue(users(ID).isShort(null));
        assertTrue(users(ID).isShort("attributes=userName"));
        assertTrue(users(null).isShort(null));
    }

    @Test
    void leavesGroupsToAWorker() {
        assertFalse(groups(ID).isShort(null));
        assertFalse(groups(null).isShort(null));
        assertFalse(groups(null).isShort("filter=externalId%20eq%20%22x%22"));
    }
}
