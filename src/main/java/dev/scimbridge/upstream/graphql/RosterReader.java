package dev.scimbridge.upstream.graphql;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.scimbridge.lifecycle.AccountType;
import dev.scimbridge.lifecycle.Address;
import dev.scimbridge.lifecycle.Answer;
import dev.scimbridge.lifecycle.Observed;
import dev.scimbridge.upstream.Roster;
import dev.scimbridge.upstream.Sighting;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code listUsers} person by person as it comes off the socket. What it does not know it passes over; a listing
 * that lacks one of its two lists is not believed, because everyone in it would look gone.
 */
final class RosterReader implements Payload<Roster> {
    /** The workspace always has a type; this stands for one that it did not say. */
    private static final AccountType UNSAID = new AccountType("UNKNOWN");

    private final Map<Address, Sighting> people = new LinkedHashMap<>();
    private boolean activeListed;
    private boolean invitedListed;
    private int skipped;

    @Override
    public void read(String name, JsonParser parser) throws IOException {
        switch (name) {
            case "activeUsers" -> {
                activeListed = true;
                entries(name, parser, RosterReader::active);
            }
            case "invitedUsers" -> {
                invitedListed = true;
                entries(name, parser, RosterReader::invited);
            }
            default -> parser.skipChildren();
        }
    }

    @Override
    public Answer<Roster> answer() {
        if (!activeListed || !invitedListed) {
            return new Answer.Unknown<>("the listing lacks " + (activeListed ? "invitedUsers" : "activeUsers"));
        }
        return new Answer.Data<>(new Roster(List.copyOf(people.values())));
    }

    /** How many entries named nobody: no e-mail, or signed up without a uid. */
    int skipped() {
        return skipped;
    }

    private interface Kind {
        @Nullable
        Observed of(Entry entry);
    }

    private void entries(String list, JsonParser parser, Kind kind) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return;
        }
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw new Garbled("the answer is not a listing: " + list + " is not a list");
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            Entry entry = Entry.read(parser);
            Observed observed = kind.of(entry);
            if (observed == null || entry.email == null) {
                skipped++;
            } else {
                Address address = Address.of(entry.email);
                people.merge(address, new Sighting(address, entry.email, entry.name, observed), RosterReader::better);
            }
        }
    }

    private static @Nullable Observed active(Entry entry) {
        return entry.uid == null ? null : new Observed.Active(entry.uid, entry.type());
    }

    private static Observed invited(Entry entry) {
        return "EXPIRED".equalsIgnoreCase(entry.inviteStatus)
                ? new Observed.Expired(entry.type())
                : new Observed.Invited(entry.type());
    }

    private static Sighting better(Sighting first, Sighting second) {
        if (first.observed() instanceof Observed.Active one && second.observed() instanceof Observed.Active other) {
            return new Sighting(first.address(), first.email(), first.name(), both(one, other));
        }
        return rank(second.observed()) > rank(first.observed()) ? second : first;
    }

    /** The account with the most rights comes first: an admin behind a plain account is an admin all the same. */
    private static Observed both(Observed.Active one, Observed.Active other) {
        boolean inOrder = one.type().isAtLeast(other.type());
        Observed.Active most = inOrder ? one : other;
        Observed.Active least = inOrder ? other : one;
        List<String> uids = Stream.concat(most.uids().stream(), least.uids().stream())
                .distinct()
                .toList();
        return new Observed.Active(uids, most.type());
    }

    private static int rank(Observed observed) {
        return observed instanceof Observed.Active ? 2 : observed instanceof Observed.Invited ? 1 : 0;
    }

    /** One element of a list; what is missing, blank or of another kind is null. */
    private static final class Entry {
        private @Nullable String uid;
        private @Nullable String email;
        private @Nullable String name;
        private @Nullable String accountType;
        private @Nullable String inviteStatus;

        static Entry read(JsonParser parser) throws IOException {
            Entry entry = new Entry();
            if (parser.currentToken() == JsonToken.START_OBJECT) {
                Json.fields(parser, entry::field);
            } else {
                parser.skipChildren();
            }
            return entry;
        }

        private void field(String key, JsonParser parser) throws IOException {
            switch (key) {
                case "uid" -> uid = word(parser);
                case "email" -> email = word(parser);
                case "name" -> name = word(parser);
                case "accountType" -> accountType = word(parser);
                case "inviteStatus" -> inviteStatus = word(parser);
                default -> parser.skipChildren();
            }
        }

        private static @Nullable String word(JsonParser parser) throws IOException {
            String text = Json.text(parser);
            return text == null || text.isBlank() ? null : text.strip();
        }

        AccountType type() {
            return accountType == null ? UNSAID : AccountType.of(accountType);
        }
    }
}
