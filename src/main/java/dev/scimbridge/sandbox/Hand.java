package dev.scimbridge.sandbox;

import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * What people do in the product's own pages, past any API: sign up, let an invite lapse, and all an admin can do there.
 * A person named who is not there is {@link NoSuchElementException}, a thing that cannot be {@link IllegalStateException}.
 */
final class Hand {
    private final Register register;
    private final Instant at;

    Hand(Register register, Instant at) {
        this.register = register;
        this.at = at;
    }

    Line accept(String email) {
        Line line = the(email, Standing.INVITED);
        register.signUp(line, at);
        return line;
    }

    Line expire(String email) {
        Line line = the(email, Standing.INVITED);
        return write(line, line.person().as(Standing.EXPIRED));
    }

    Line disable(String email) {
        Line line = the(email, Standing.ACTIVE);
        return write(line, line.person().as(Standing.DISABLED));
    }

    Line enable(String email) {
        Line line = the(email, Standing.DISABLED);
        return write(line, line.person().as(Standing.ACTIVE));
    }

    Line changeRole(String email, String accountType) {
        Line line = the(email, Standing.ACTIVE);
        return write(line, line.person().of(accountType));
    }

    Line rename(String email, String newEmail) {
        List<Line> holders = register.withEmail(newEmail);
        Line line = known(email).get(0);
        if (holders.stream().anyMatch(holder -> holder != line)) {
            throw new IllegalStateException(newEmail + " is taken");
        }
        return write(line, line.person().at(newEmail));
    }

    /** Takes back every invite of this address. */
    Line revoke(String email) {
        List<Line> invites = known(email).stream()
                .filter(line -> !line.person().standing().signedUp())
                .toList();
        if (invites.isEmpty()) {
            throw new IllegalStateException(email + " has no invite");
        }
        invites.forEach(line -> write(line, line.person().as(Standing.REMOVED)));
        return invites.get(0);
    }

    Line add(String email, String name, String accountType) {
        if (!register.withEmail(email).isEmpty()) {
            throw new IllegalStateException(email + " is taken");
        }
        Person person = Person.invited(email, accountType).signedUp(register.freshUid(email));
        return register.add(name.isEmpty() ? person : person.called(name), at);
    }

    private Line write(Line line, Person next) {
        register.change(line, next, at);
        return line;
    }

    private List<Line> known(String email) {
        List<Line> lines = register.withEmail(email);
        if (lines.isEmpty()) {
            throw new NoSuchElementException("nobody has the address " + email);
        }
        return lines;
    }

    private Line the(String email, Standing standing) {
        List<Line> lines = known(email);
        return lines.stream()
                .filter(line -> line.person().is(standing))
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new IllegalStateException(
                        email + " is " + lines.get(0).person().standing() + ", not " + standing));
    }
}
