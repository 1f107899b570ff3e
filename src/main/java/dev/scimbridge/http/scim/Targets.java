package dev.scimbridge.http.scim;

import dev.scimbridge.directory.Ids;
import dev.scimbridge.http.scim.read.Answer;
import dev.scimbridge.http.scim.read.Asked;
import dev.scimbridge.http.scim.read.Kind;
import dev.scimbridge.http.scim.read.Reading;
import dev.scimbridge.http.scim.read.Reads;
import dev.scimbridge.http.scim.write.Verb;
import dev.scimbridge.http.scim.write.Writing;
import dev.scimbridge.http.scim.write.Writings;
import java.util.Map;
import java.util.regex.Pattern;
import org.glassfish.grizzly.http.server.Request;
import org.jspecify.annotations.Nullable;

/** What ordinary requests are about: people or groups, or one of them, written in the one usual way. */
record Targets(Map<String, Place> places) {
    /** One kind of resource. */
    record Place(Reading<?> reading, Writing<?> writing) {}

    /** What is to be read or written; no id for the list. */
    record Target(Place place, @Nullable String id) {
        /** What identity providers look people up by, as it stands in a target, and nothing else. */
        private static final Pattern BY_KEY = Pattern.compile(
                "filter=(?:userName|externalId)(?:[+]|%20)eq(?:[+]|%20)%22[^&%]*+(?:%(?!22|5[Cc])[^&%]*+)*+%22(?:&aadOptscim062020)?");

        /** A page of everybody by its index, of at most the usual length. */
        private static final Pattern PAGE =
                Pattern.compile("(?:(?:startIndex=[0-9]{1,9}|count=(?:[0-9]{1,2}|100))(?:&|$))*+");

        /**
         * Whether it takes about as long to answer as to wake somebody for it: people take few bytes, and no search but one
         * by a key that there is an index of. A group may have thousands of members.
         */
        boolean isShort(@Nullable String query) {
            return place.reading.kind().equals(Kind.USERS)
                    && (id != null
                            || query == null
                            || BY_KEY.matcher(query).matches()
                            || PAGE.matcher(query).matches());
        }

        Answer read(Asked asked) {
            return id == null ? place.reading.list(asked) : place.reading.one(id, asked);
        }

        /** Whether there is such a write here. */
        boolean takes(Verb verb) {
            return verb.isOfOne() == (id != null);
        }
    }

    static Targets of(Reads reads, Writings writings) {
        return new Targets(Map.of(
                "Users", new Place(reads.users(), writings.users()),
                "Groups", new Place(reads.groups(), writings.groups())));
    }

    /** Null for what is written otherwise, or is something else. */
    @Nullable
    Target find(Request request) {
        String path = request.getRequestURI();
        String query = request.getQueryString();
        if (!path.startsWith(ScimDoor.BASE) || (query != null && query.indexOf('#') >= 0)) {
            return null;
        }
        int begin = ScimDoor.BASE.length();
        int slash = path.indexOf('/', begin);
        Place place = places.get(path.substring(begin, slash < 0 ? path.length() : slash));
        String id = slash < 0 || slash == path.length() - 1 ? null : path.substring(slash + 1);
        return place == null || (id != null && Ids.find(id) == null) ? null : new Target(place, id);
    }
}
