package dev.scimbridge.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.scimbridge.directory.AccountTypeRules;
import dev.scimbridge.directory.Changes;
import dev.scimbridge.directory.Presentation;
import dev.scimbridge.directory.Snapshot;
import dev.scimbridge.directory.Someone;
import dev.scimbridge.directory.User;
import dev.scimbridge.lifecycle.AccountType;
import dev.scimbridge.lifecycle.Address;
import dev.scimbridge.lifecycle.Observed;
import dev.scimbridge.upstream.Roster;
import dev.scimbridge.upstream.Sighting;
import java.util.List;
import org.junit.jupiter.api.Test;

class MatchingTest {
    private static final User MAX = Someone.member("max@acme.io", AccountType.DEVELOPER);
    private static final User ANA = Someone.member("ana@acme.io", AccountType.ADMIN);
    private static final User PENDING = Someone.called("pat@acme.io");

    @Test
    void an_account_is_whose_uid_it_has_whatever_its_address_is_now() {
        Sighting married = active("max@new-name.io", Someone.uid("max@acme.io"));
        Matching matching = of(married, active("ana@acme.io", Someone.uid("ana@acme.io")));
        assertThat(matching.known()).containsEntry(MAX.id(), married).containsKey(ANA.id());
        assertThat(matching.strangers()).isEmpty();
        assertThat(matching.unidentified()).isEmpty();
    }

    @Test
    void two_who_have_swapped_addresses_are_still_themselves() {
        Matching matching = of(
                active("ana@acme.io", Someone.uid("max@acme.io")), active("max@acme.io", Someone.uid("ana@acme.io")));
        assertThat(matching.known().get(MAX.id()).email()).isEqualTo("ana@acme.io");
        assertThat(matching.known().get(ANA.id()).email()).isEqualTo("max@acme.io");
    }

    @Test
    void an_invite_and_an_account_with_a_new_uid_are_whose_address_they_have() {
        Sighting invite = invited("Pat@acme.io");
        Sighting anew = active("max@acme.io", "another-uid");
        Matching matching = of(invite, anew);
        assertThat(matching.known()).containsEntry(PENDING.id(), invite).containsEntry(MAX.id(), anew);
        assertThat(matching.unidentified()).containsExactly(invite, anew);
    }

    @Test
    void a_uid_counts_for_more_than_an_address_whichever_comes_first() {
        Sighting other = active("max@acme.io", "another-uid");
        Sighting max = active("max@new-name.io", Someone.uid("max@acme.io"));
        assertThat(of(other, max).known()).containsEntry(MAX.id(), max);
        assertThat(of(max, other).known()).containsEntry(MAX.id(), max);
    }

    @Test
    void whoever_has_the_former_address_of_somebody_who_was_seen_elsewhere_is_a_stranger() {
        Sighting newcomer = active("max@acme.io", "another-uid");
        Sighting max = active("max@new-name.io", Someone.uid("max@acme.io"));
        assertThat(of(newcomer, max).strangers()).containsExactly(new Matching.Stranger(newcomer, MAX.id()));
    }

    @Test
    void any_uid_of_several_accounts_tells_who_it_is() {
        Sighting twice = new Sighting(
                Address.of("x@y.io"),
                "x@y.io",
                null,
                new Observed.Active(List.of("another-uid", Someone.uid("max@acme.io")), AccountType.BUSINESS));
        assertThat(of(twice).known()).containsEntry(MAX.id(), twice);
    }

    @Test
    void whoever_has_neither_is_a_stranger() {
        Sighting stranger = active("new@acme.io", "new-uid");
        assertThat(of(stranger).strangers()).containsExactly(new Matching.Stranger(stranger, null));
        assertThat(of(stranger).known()).isEmpty();
    }

    private static Matching of(Sighting... sightings) {
        Snapshot snapshot =
                Snapshot.empty(new Presentation(AccountTypeRules.DEFAULT)).with(Changes.of(MAX, ANA, PENDING));
        return Matching.of(new Roster(List.of(sightings)), snapshot.people());
    }

    private static Sighting active(String email, String uid) {
        return new Sighting(Address.of(email), email, "Name", new Observed.Active(uid, AccountType.DEVELOPER));
    }

    private static Sighting invited(String email) {
        return new Sighting(Address.of(email), email, null, new Observed.Invited(AccountType.DEVELOPER));
    }
}
