package dev.scimbridge.sandbox;

import dev.scimbridge.sandbox.Knob.Again;
import dev.scimbridge.sandbox.Knob.InviteActive;
import dev.scimbridge.sandbox.Knob.InviteDisabled;
import dev.scimbridge.sandbox.Knob.LastAdmin;
import dev.scimbridge.sandbox.Knob.Reinvite;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The rules by which the workspace grants or refuses what is asked of it. */
final class Desk {
    private static final String ADMIN = "ADMIN";
    private static final Verdict CHANGED = new Verdict.Done(true);
    private static final Verdict SO_ALREADY = new Verdict.Done(false);

    private final Register register;
    private final Knobs knobs;

    Desk(Register register, Knobs knobs) {
        this.register = register;
        this.knobs = knobs;
    }

    Verdict invite(Command.Invite asked, Instant at) {
        if (!asked.email().matches("[^@\\s]+@[^@\\s]+")) {
            return new Verdict.Refused(asked.email() + " is not a valid email address");
        }
        // Of several entries the one that is furthest along decides; of several invites an open one.
        return register.withEmail(asked.email()).stream()
                .max(Comparator.comparing(
                        line -> List.of(Standing.EXPIRED, Standing.INVITED, Standing.DISABLED, Standing.ACTIVE)
                                .indexOf(line.person().standing())))
                .map(line -> inviteAgain(line, asked, at))
                .orElseGet(() -> inviteAnew(asked, at));
    }

    private Verdict inviteAnew(Command.Invite asked, Instant at) {
        register.add(Person.invited(asked.email(), asked.accountType()), at);
        return CHANGED;
    }

    private Verdict inviteAgain(Line line, Command.Invite asked, Instant at) {
        return switch (line.person().standing()) {
            case ACTIVE -> inviteActive(asked);
            case DISABLED -> inviteDisabled(line, asked, at);
            case INVITED -> reinvite(knobs.at(Knob.REINVITE_OPEN), line, asked, at);
            case EXPIRED -> reinvite(knobs.at(Knob.REINVITE_EXPIRED), line, asked, at);
            case REMOVED -> inviteAnew(asked, at);
        };
    }

    private Verdict inviteActive(Command.Invite asked) {
        return knobs.at(Knob.INVITE_ACTIVE) == InviteActive.IGNORED
                ? SO_ALREADY
                : new Verdict.Refused(asked.email() + " is already a member of this workspace");
    }

    private Verdict inviteDisabled(Line line, Command.Invite asked, Instant at) {
        if (knobs.at(Knob.INVITE_DISABLED) == InviteDisabled.REFUSED) {
            return new Verdict.Refused(asked.email() + " has been disabled in this workspace");
        }
        return write(line, line.person().of(asked.accountType()).as(Standing.INVITED), at);
    }

    private Verdict reinvite(Reinvite manner, Line line, Command.Invite asked, Instant at) {
        Person afresh = line.person().as(Standing.INVITED);
        return switch (manner) {
            case REFUSED -> new Verdict.Refused(asked.email() + " was already invited to this workspace");
            case OK -> write(line, afresh, at);
            case REPLACED -> write(line, afresh.of(asked.accountType()), at);
            case DUPLICATED -> inviteAnew(asked, at);
        };
    }

    Verdict changeAccountType(Command.ChangeAccountType asked, Instant at) {
        Optional<Line> found = register.withUid(asked.uid());
        if (found.isEmpty()) {
            return unknown(asked.uid());
        }
        Line line = found.get();
        if (line.person().is(Standing.DISABLED)) {
            return new Verdict.Refused("User " + asked.uid() + " is disabled");
        }
        if (line.person().accountType().equals(asked.accountType())) {
            return SO_ALREADY;
        }
        return keepsItsAdmin(line) ? lastAdmin() : write(line, line.person().of(asked.accountType()), at);
    }

    Verdict disable(Command.Disable asked, Instant at) {
        Optional<Line> found = register.withUid(asked.uid());
        if (found.isEmpty()) {
            return unknown(asked.uid());
        }
        Line line = found.get();
        if (line.person().is(Standing.DISABLED)) {
            return knobs.at(Knob.SECOND_DISABLE) == Again.OK
                    ? SO_ALREADY
                    : new Verdict.Refused("User " + asked.uid() + " is already disabled");
        }
        return keepsItsAdmin(line) ? lastAdmin() : write(line, line.person().as(Standing.DISABLED), at);
    }

    private boolean keepsItsAdmin(Line line) {
        return knobs.at(Knob.LAST_ADMIN) == LastAdmin.REFUSED
                && line.person().accountType().equals(ADMIN)
                && register.lines()
                        .filter(other -> other != line)
                        .map(Line::person)
                        .noneMatch(person -> person.is(Standing.ACTIVE)
                                && person.accountType().equals(ADMIN));
    }

    private Verdict write(Line line, Person next, Instant at) {
        register.change(line, next, at);
        return CHANGED;
    }

    private static Verdict unknown(String uid) {
        return new Verdict.Refused("User " + uid + " not found");
    }

    private static Verdict lastAdmin() {
        return new Verdict.Refused("The last admin of a workspace cannot be removed");
    }
}
