package dev.scimbridge.lifecycle;

import java.util.List;
import java.util.Optional;

/**
 * Where a person stands in the workspace: last seen in {@code listUsers}, or just done by a command that answered ok.
 * Decide with {@link #match}: a new case then fails to compile wherever it must be handled.
 */
public sealed interface Observed {
    /** No believed listing yet, or the outcome of the last command is unknown. */
    record Unknown() implements Observed {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.unknown();
        }
    }

    /** A believed listing lacks them, and none ever had them. */
    record Absent() implements Observed {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.absent();
        }
    }

    /** An open invite. The workspace gives no uid before the sign-up, and cannot change or revoke the invite. */
    record Invited(AccountType type) implements Observed {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.invited(this);
        }
    }

    /** An invite that nobody took up in time. */
    record Expired(AccountType type) implements Observed {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.expired(this);
        }
    }

    /**
     * Signed up.
     *
     * @param uids the workspace's ids of the accounts with this address, at least one; normally one. If there are
     *     several, the one with the most rights is the first
     * @param type the account type of the first of them
     */
    record Active(List<String> uids, AccountType type) implements Observed {
        public Active {
            uids = List.copyOf(uids);
            if (uids.isEmpty()) {
                throw new IllegalArgumentException("an active person has a uid");
            }
        }

        public Active(String uid, AccountType type) {
            this(List.of(uid), type);
        }

        public String uid() {
            return uids.get(0);
        }

        /** What is left when one of the accounts has been disabled. */
        Observed less(String uid) {
            List<String> left = uids.stream().filter(each -> !each.equals(uid)).toList();
            return left.isEmpty() ? new Gone() : new Active(left, type);
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.active(this);
        }
    }

    /** Was there, and is not any more: disabled, or an invite that was revoked. */
    record Gone() implements Observed {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.gone();
        }
    }

    /** One answer for each case. */
    interface Cases<T> {
        T unknown();

        T absent();

        T invited(Invited invite);

        T expired(Expired invite);

        T active(Active account);

        T gone();
    }

    <T> T match(Cases<T> cases);

    /** Whether a listing has them: invited, expired or active. */
    default boolean isPresent() {
        return this instanceof Active || this instanceof Invited || this instanceof Expired;
    }

    /** The account type of the invite or the account, empty if there is neither. */
    default Optional<AccountType> accountType() {
        return match(new Cases<>() {
            @Override
            public Optional<AccountType> unknown() {
                return Optional.empty();
            }

            @Override
            public Optional<AccountType> absent() {
                return Optional.empty();
            }

            @Override
            public Optional<AccountType> invited(Invited invite) {
                return Optional.of(invite.type());
            }

            @Override
            public Optional<AccountType> expired(Expired invite) {
                return Optional.of(invite.type());
            }

            @Override
            public Optional<AccountType> active(Active account) {
                return Optional.of(account.type());
            }

            @Override
            public Optional<AccountType> gone() {
                return Optional.empty();
            }
        });
    }
}
