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
record Matching(Map<UUID, Sighting> known, List<Sighting> strangers, List<Sighting> unidentified) {
    static Matching of(Roster roster, People people) {
        Map<UUID, Sighting> known = new HashMap<>();
        List<Sighting> byAddress = new ArrayList<>();
        for (Sighting sighting : roster.people()) {
            User user = byUid(sighting, people);
            if (user == null || known.putIfAbsent(user.id(), sighting) != null) {
                byAddress.add(sighting);
            }
        }
        List<Sighting> strangers = new ArrayList<>();
        for (Sighting sighting : byAddress) {
            User user = people.at(sighting.address());
            if (user == null) {
                strangers.add(sighting);
            } else {
                known.putIfAbsent(user.id(), sighting);
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
