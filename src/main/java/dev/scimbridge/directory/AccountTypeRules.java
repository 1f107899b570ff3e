package dev.scimbridge.directory;

import dev.scimbridge.lifecycle.AccountType;
import dev.scimbridge.scim.Document;
import dev.scimbridge.scim.Folded;
import dev.scimbridge.scim.ScimProblem;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who gets which account type. The first that says something wins: mapped groups (the highest by rank), said
 * {@code roles} (the primary one first), {@code entitlements}, {@code userType}; then, for an invitation only, the
 * default.
 *
 * @param fallback the default for invitations, null if an invitation has to wait until something speaks
 * @param grantable the types that may be granted; empty for all
 * @param rank highest first
 * @param aliases an identity provider's names in lower case, and what they mean
 * @param groups names of groups ({@link Folded}), and what being in them gives. A group named like an unprivileged type
 *     gives it without an entry here; a privileged one needs one
 */
public record AccountTypeRules(
        @Nullable AccountType fallback,
        Set<AccountType> grantable,
        List<AccountType> rank,
        Map<String, AccountType> aliases,
        Map<String, AccountType> groups) {

    /** The documented types, highest first ({@code UserAccountType}). */
    public static final List<AccountType> DOCUMENTED = List.of(
            AccountType.ADMIN,
            new AccountType("WORKSPACE_ADMIN"),
            new AccountType("WORKSPACE_SETTINGS_ADMIN"),
            new AccountType("SECURITY_ADMIN"),
            new AccountType("BILLING_ADMIN"),
            AccountType.DEVELOPER,
            new AccountType("ANALYST"),
            new AccountType("SANDBOX_USER"),
            AccountType.BUSINESS);

    /** All there is by default. */
    public static final AccountTypeRules DEFAULT =
            new AccountTypeRules(AccountType.BUSINESS, Set.of(), DOCUMENTED, Map.of(), Map.of());

    /**
     * What was decided.
     *
     * @param type null if nothing said one
     * @param from the rule that decided, in words
     * @param role the said role that decided, null if it was not a role
     */
    public record Decision(
            @Nullable AccountType type,
            @Nullable String from,
            @Nullable Document role) {
        static final Decision NOTHING = new Decision(null, null, null);
    }

    public AccountTypeRules {
        Set<AccountType> all = new LinkedHashSet<>(rank);
        all.addAll(DOCUMENTED);
        rank = List.copyOf(all);
        grantable = Set.copyOf(grantable);
        aliases = Map.copyOf(aliases);
        groups = Map.copyOf(groups);
    }

    /** For somebody who is in these groups. */
    public Decision decide(Document said, List<Group> in) {
        List<Grant> grants = in.stream().flatMap(group -> grant(group).stream()).toList();
        Decision decision = grants.stream()
                .filter(grant -> isGrantable(grant.type))
                .min(Comparator.comparingInt(grant -> place(grant.type)))
                .map(grant -> new Decision(grant.type, "groups: " + grant.group, null))
                .orElseGet(() -> decide(said));
        String above = grants.stream()
                .filter(grant -> !isGrantable(grant.type))
                .map(grant -> "group " + grant.group + " is passed over: " + grant.type + " is not grantable")
                .collect(Collectors.joining("; "));
        if (above.isEmpty()) {
            return decision;
        }
        String from = decision.from() == null ? above : decision.from() + " (" + above + ")";
        return new Decision(decision.type(), from, decision.role());
    }

    /** What being in a group gives. */
    private record Grant(String group, AccountType type) {}

    private Optional<Grant> grant(Group group) {
        AccountType mapped = groups.get(Folded.of(group.name()));
        AccountType named = AccountType.of(group.name());
        boolean given = mapped != null || (!named.isPrivileged() && rank.contains(named));
        return given ? Optional.of(new Grant(group.name(), mapped == null ? named : mapped)) : Optional.empty();
    }

    /** Whether being in this group says anything about the account type. */
    public boolean speaks(Group group) {
        return grant(group).isPresent();
    }

    /** By what was said alone. */
    public Decision decide(Document said) {
        return byRole(said)
                .or(() -> byEntitlement(said))
                .or(() -> named("userType", said.text("userType")))
                .orElse(Decision.NOTHING);
    }

    /**
     * Holds a write to what it names.
     *
     * @throws ScimProblem 400 {@code invalidValue} if a role means no account type, or one above the ceiling is asked for
     */
    public void check(Document said) {
        for (Document role : said.elements("roles")) {
            String value = role.text("value");
            if (read(value) == null) {
                throw ScimProblem.invalidValue("roles: \"" + value + "\" is no account type of the workspace. It knows "
                        + names() + "; other names can be mapped with account-types.aliases.");
            }
        }
        AccountType type = decide(said).type();
        if (type != null && !isGrantable(type)) {
            throw ScimProblem.invalidValue(
                    "roles: " + type + " is above what this bridge may grant (account-types.grantable).");
        }
    }

    /** What a name means: an alias, or a type's own name; case does not matter. Null if nothing. */
    public @Nullable AccountType read(@Nullable String name) {
        if (name == null) {
            return null;
        }
        AccountType alias = aliases.get(name.strip().toLowerCase(Locale.ROOT));
        AccountType type = alias == null ? AccountType.of(name) : alias;
        return alias != null || rank.contains(type) || grantable.contains(type) ? type : null;
    }

    public boolean isGrantable(AccountType type) {
        return grantable.isEmpty() || grantable.contains(type);
    }

    /** Whether the second gives less than the first. */
    public boolean isLower(AccountType from, AccountType to) {
        return place(to) > place(from);
    }

    private int place(AccountType type) {
        int place = rank.indexOf(type);
        return place < 0 ? rank.size() : place;
    }

    private Optional<Decision> byRole(Document said) {
        List<Document> roles = said.elements("roles").stream()
                .filter(role -> read(role.text("value")) != null)
                .toList();
        Optional<Document> primary = roles.stream()
                .filter(role -> Boolean.TRUE.equals(role.truth("primary")))
                .findFirst();
        return primary.or(() -> roles.stream().min(Comparator.comparingInt(this::place)))
                .map(role -> new Decision(read(role.text("value")), "roles: " + role.text("value"), role));
    }

    private int place(Document role) {
        AccountType type = read(role.text("value"));
        return type == null ? rank.size() : place(type);
    }

    private Optional<Decision> byEntitlement(Document said) {
        return said.elements("entitlements").stream()
                .filter(each -> read(each.text("value")) != null)
                .min(Comparator.comparingInt(this::place))
                .flatMap(each -> named("entitlements", each.text("value")));
    }

    private Optional<Decision> named(String attribute, @Nullable String value) {
        AccountType type = read(value);
        return type == null ? Optional.empty() : Optional.of(new Decision(type, attribute + ": " + value, null));
    }

    private String names() {
        return String.join(", ", rank.stream().map(AccountType::value).toList());
    }
}
