package dev.scimbridge.lifecycle;

/** One call that changes the workspace. Act with {@link #pull}. */
public sealed interface Command {
    /** {@code inviteUser}: open an invite, or send an expired one again. */
    record Invite(Address address, AccountType type) implements Command {
        @Override
        public Answer<Done> pull(Levers levers) {
            return levers.invite(address, type);
        }

        @Override
        public Observed after(Observed before) {
            return new Observed.Invited(type);
        }

        @Override
        public boolean isUndoneBy(Observed seen) {
            return seen instanceof Observed.Absent || seen instanceof Observed.Gone || seen instanceof Observed.Expired;
        }

        @Override
        public String toString() {
            return "inviteUser " + address + " as " + type;
        }
    }

    /** {@code updateUserAccountType} of a person who has signed up. */
    record ChangeAccountType(String uid, AccountType from, AccountType to) implements Command {
        @Override
        public Answer<Done> pull(Levers levers) {
            return levers.changeAccountType(uid, to);
        }

        @Override
        public Observed after(Observed before) {
            return before instanceof Observed.Active account ? new Observed.Active(account.uids(), to) : before;
        }

        @Override
        public boolean isUndoneBy(Observed seen) {
            return seen instanceof Observed.Active account
                    && account.uids().contains(uid)
                    && account.type().equals(from);
        }

        @Override
        public String toString() {
            return "updateUserAccountType of " + brief(uid) + " from " + from + " to " + to;
        }
    }

    /** {@code disableUser}. */
    record Disable(String uid) implements Command {
        @Override
        public Answer<Done> pull(Levers levers) {
            return levers.disable(uid);
        }

        @Override
        public Observed after(Observed before) {
            return before instanceof Observed.Active account ? account.less(uid) : new Observed.Gone();
        }

        @Override
        public boolean isUndoneBy(Observed seen) {
            return seen instanceof Observed.Active account && account.uids().contains(uid);
        }

        @Override
        public String toString() {
            return "disableUser " + brief(uid);
        }
    }

    /** A uid is 64 digits; eight tell people apart in a sentence. */
    private static String brief(String uid) {
        return uid.length() > 8 ? uid.substring(0, 8) + "…" : uid;
    }

    Answer<Done> pull(Levers levers);

    /** How the person stands once this has answered ok. */
    Observed after(Observed before);

    /** Whether this sight is how things stood before: in a listing that is too old it is no news. */
    boolean isUndoneBy(Observed seen);
}
