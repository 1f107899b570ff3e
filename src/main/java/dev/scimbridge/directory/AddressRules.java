package dev.scimbridge.directory;

import dev.scimbridge.lifecycle.Address;
import dev.scimbridge.scim.Document;
import dev.scimbridge.scim.ScimProblem;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * By which address the workspace is to know a person, and what happens when an identity provider changes it.
 *
 * @param workEmailFirst whether the e-mail is the address even when the userName is one ({@code email.from})
 * @param domains that may be invited, in lower case; empty for any ({@code invites.domains})
 */
public record AddressRules(boolean workEmailFirst, Rename rename, Set<String> domains) {
    public static final AddressRules ANY = new AddressRules(false, Rename.ALIAS, Set.of());

    /** Entra puts the object's id, without its hyphens, before the userName of somebody it has put in its bin. */
    private static final Pattern BINNED = Pattern.compile("[0-9a-f]{32}.+@.+", Pattern.CASE_INSENSITIVE);

    private static final int ID = 32;

    /** What a changed address does; the workspace itself knows no renaming. */
    public enum Rename {
        /** It is taken as said, and the workspace goes on under the old one until somebody changes it there. */
        ALIAS,
        /** The new address is invited, and the old account disabled once the new one has signed up. */
        REISSUE,
        /** It is refused. */
        REFUSE
    }

    public AddressRules {
        domains = Set.copyOf(domains);
    }

    /** The address of somebody who is created. */
    public Address address(Document sent) {
        String userName = sent.text("userName");
        if (userName == null) {
            throw ScimProblem.invalidValue("userName is required");
        }
        Address address = find(sent);
        if (address == null) {
            throw ScimProblem.invalidValue(
                    "the workspace knows people by their e-mail address, and neither userName (\"" + userName
                            + "\") nor a primary e-mail is one: map the user's e-mail address to userName or emails");
        }
        boolean leaves = Boolean.FALSE.equals(sent.truth("active"));
        if (!leaves) {
            checkInvitable(address);
        }
        return address;
    }

    /**
     * Passes an address that may be invited.
     *
     * @throws ScimProblem 400 for one of another domain
     */
    public void checkInvitable(Address address) {
        if (!domains.isEmpty() && !domains.contains(address.domain())) {
            throw ScimProblem.invalidValue(
                    "addresses of " + address.domain() + " are not to be invited (invites.domains)");
        }
    }

    private @Nullable Address find(Document said) {
        Address name = Address.read(said.text("userName"));
        if (name != null && !workEmailFirst) {
            return name;
        }
        Address email = Address.read(email(said));
        return email == null ? name : email;
    }

    private static @Nullable String email(Document said) {
        List<Document> emails = said.elements("emails");
        return emails.stream()
                .filter(each -> Boolean.TRUE.equals(each.truth("primary")))
                .findFirst()
                .or(() -> emails.size() == 1 ? emails.stream().findFirst() : Optional.empty())
                .map(each -> each.text("value"))
                .orElse(null);
    }

    /** Another address than the workspace knows them by, which a client has since said; null if there is none. */
    public @Nullable Address wanted(User user) {
        Address known = user.identity().address();
        Address said = find(user.said().document());
        if (user.isLeaver() || said == null || said.equals(known) || isBinned(said, known)) {
            return null;
        }
        String there = user.account().email();
        return there != null && said.equals(Address.of(there)) ? null : said;
    }

    /** Whether a userName is the one they have, also with what Entra puts before it when they are in its bin. */
    boolean isTheirs(String userName, User user) {
        Address said = Address.read(userName);
        Address known = user.identity().address();
        return said != null && (said.equals(known) || isBinned(said, known));
    }

    private static boolean isBinned(Address said, Address known) {
        String value = said.value().toLowerCase(Locale.ROOT);
        return BINNED.matcher(value).matches() && value.substring(ID).equals(known.value());
    }
}
