package dev.scimbridge.sandbox;

import java.time.Instant;

/** A change somebody asks for. */
sealed interface Command {
    Verdict put(Desk desk, Instant at);

    record Invite(String email, String accountType) implements Command {
        @Override
        public Verdict put(Desk desk, Instant at) {
            return desk.invite(this, at);
        }
    }

    record ChangeAccountType(String uid, String accountType) implements Command {
        @Override
        public Verdict put(Desk desk, Instant at) {
            return desk.changeAccountType(this, at);
        }
    }

    record Disable(String uid) implements Command {
        @Override
        public Verdict put(Desk desk, Instant at) {
            return desk.disable(this, at);
        }
    }
}
