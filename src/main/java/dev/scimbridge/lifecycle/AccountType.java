package dev.scimbridge.lifecycle;

import java.util.Locale;

/**
 * What the workspace calls an account type: a licence and a set of rights. An open value, because the workspace may
 * know more of them than its documentation.
 *
 * @param value the workspace's own word in upper case, for instance {@code DEVELOPER}
 */
public record AccountType(String value) {
    public static final AccountType ADMIN = new AccountType("ADMIN");
    public static final AccountType DEVELOPER = new AccountType("DEVELOPER");
    public static final AccountType BUSINESS = new AccountType("BUSINESS");

    public static AccountType of(String written) {
        return new AccountType(written.strip().toUpperCase(Locale.ROOT));
    }

    /** Whether a grant of this type is counted as privileged: every kind of admin. */
    public boolean isPrivileged() {
        return value.endsWith("ADMIN");
    }

    /** Whether it has no fewer admin rights than the other: ADMIN has all, any other kind of admin some. */
    public boolean isAtLeast(AccountType other) {
        return rights() >= other.rights();
    }

    private int rights() {
        return equals(ADMIN) ? 2 : isPrivileged() ? 1 : 0;
    }

    @Override
    public String toString() {
        return value;
    }
}
