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

    @Override
    public String toString() {
        return value;
    }
}
