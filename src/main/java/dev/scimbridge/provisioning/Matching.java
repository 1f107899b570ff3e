package dev.scimbridge.provisioning;

import dev.scimbridge.directory.People;
import dev.scimbridge.directory.User;
import dev.scimbridge.lifecycle.Observed;
import dev.scimbridge.upstream.Roster;
import dev.scimbridge.upstream.Sighting;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who in a listing is whom on record: by uid first, because it stays when an address changes, then by address.
 *
 * @param known the sights of people on record
 * @param strangers those nobody has heard of
 * @param unidentified those whom no uid tells: whoever has the address now is meant
 */
record Matching(Map<UUID, Sighting> known, List<Stranger> strangers, List<Sighting> unidentified) {
    /**
     * Somebody nobody has heard of.
     *
     * @param former who is on record with this address, but was seen under another one; null if nobody is
     */
    record Stranger(Sighting sighting, @Nullable UUID former) {}

    static Matching of(Roster roster, People people) {
        Map<UUID, Sighting> known = new HashMap<>();
        List<Sighting> byAddress = new ArrayList<>();
        for (Sighting sighting : roster.people()) {
            User user = byUid(sighting, people);
            if (user == null || known.putIfAbsent(user.id(), sighting) != null) {
                byAddress.add(sighting);
            }
        }
        List<Stranger> strangers = new ArrayList<>();
        for (Sighting sighting : byAddress) {
            User user = people.at(sighting.address());
            if (user == null) {
                strangers.add(new Stranger(sighting, null));
            } else if (known.putIfAbsent(user.id(), sighting) != null) {
                strangers.add(new Stranger(sighting, user.id()));
            }
        }
        return new Matching(known, strangers, byAddress);
    }

    private static @Nullable User byUid(Sighting sighting, People people) {
        if (!(sighting.observed() instanceof Observed.Active account)) {
            return null;
        }
        for (String uid : account.uids()) {
            User user = people.withUid(uid);
            if (user != null) {
                return user;
            }
        }
        return null;
    }
}
