package dev.scimbridge.lifecycle;

import org.jspecify.annotations.Nullable;

/** What was last said over SCIM of a person. */
public sealed interface Desired {
    /**
     * To be a member of the workspace.
     *
     * @param type the account type that was said, null if nothing was: then a present person's type is left alone
     * @param fallback the type for an invitation when nothing was said, null if an invitation then has to wait
     */
    record Active(@Nullable AccountType type, @Nullable AccountType fallback) implements Desired {
        /** The type to invite with, or null if nothing says one. */
        public @Nullable AccountType invitation() {
            return type == null ? fallback : type;
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.active(this);
        }
    }

    /** Not to be able to work there: {@code active: false}. */
    record Inactive() implements Desired {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.inactive();
        }
    }

    /** Removed by DELETE. */
    record Deleted() implements Desired {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.deleted();
        }
    }

    /** One answer for each case. */
    interface Cases<T> {
        T active(Active wish);

        T inactive();

        T deleted();
    }

    <T> T match(Cases<T> cases);

    /** Whether it takes a person out of the workspace. */
    default boolean leaves() {
        return !(this instanceof Active);
    }

    /** Whether the workspace, standing so, is what was said. */
    default boolean isMetBy(Observed observed) {
        return match(new Cases<>() {
            @Override
            public Boolean active(Active wish) {
                return (observed instanceof Observed.Active account && suits(account.type()))
                        || (observed instanceof Observed.Invited invite && suits(invite.type()));
            }

            private boolean suits(AccountType type) {
                AccountType said = ((Active) Desired.this).type();
                return said == null || said.equals(type);
            }

            @Override
            public Boolean inactive() {
                return observed instanceof Observed.Gone || observed instanceof Observed.Absent;
            }

            @Override
            public Boolean deleted() {
                return inactive();
            }
        });
    }
}
