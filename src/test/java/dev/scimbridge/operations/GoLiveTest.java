package dev.scimbridge.operations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.scimbridge.directory.Account;
import dev.scimbridge.directory.AccountTypeRules;
import dev.scimbridge.directory.Changes;
import dev.scimbridge.directory.Presentation;
import dev.scimbridge.directory.Snapshot;
import dev.scimbridge.directory.Someone;
import dev.scimbridge.directory.User;
import dev.scimbridge.lifecycle.AccountType;
import dev.scimbridge.lifecycle.Desired;
import dev.scimbridge.lifecycle.Wish;
import org.junit.jupiter.api.Test;

/** What there is to know before going live. */
class GoLiveTest {
    private Snapshot snapshot = Snapshot.empty(new Presentation(AccountTypeRules.DEFAULT));

    @Test
    void everybody_is_counted_and_what_looks_wrong_is_listed() {
        Desired.Active business = new Desired.Active(AccountType.BUSINESS, null);
        have(wished(Someone.member("max@acme.io", AccountType.BUSINESS), business));
        have(wished(Someone.member("boss@acme.io", AccountType.ADMIN), business));
        have(wished(Someone.called("new@acme.io"), business));
        have(Someone.member("max@old.example", AccountType.DEVELOPER).wishing(null));
        have(Someone.member("root@acme.io", AccountType.ADMIN)
                .wishing(null)
                .known(new Account("root@acme.io", "Root", "r")));

        Report report = GoLive.report(snapshot.people());
        assertThat(report.headline())
                .isEqualTo("2 matched, 2 unmanaged, 1 asked for and not there, 2 privileged at risk, 1 twins");
        assertThat(report.rows())
                .extracting(row -> row.get(0) + " " + row.get(1))
                .containsExactlyInAnyOrder(
                        "privileged at risk boss@acme.io",
                        "privileged at risk root@acme.io",
                        "twin max@old.example",
                        "unmanaged max@old.example",
                        "unmanaged root@acme.io");
    }

    private static User wished(User user, Desired desired) {
        return user.wishing(Wish.of(desired, Someone.NOON));
    }

    private void have(User user) {
        snapshot = snapshot.with(Changes.of(user));
    }
}
