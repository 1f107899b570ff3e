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
import java.util.stream.Stream;
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

    private static final String BY_GROUP = "groups: ";
    private static final String BY_DEFAULT = "default";

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

        private Decision noting(String above) {
            String words = from == null ? above : from + " (" + above + ")";
            return above.isEmpty() ? this : new Decision(type, words, role);
        }
    }

    public AccountTypeRules {
        Set<AccountType> all = new LinkedHashSet<>(rank);
        all.addAll(DOCUMENTED);
        rank = List.copyOf(all);
        grantable = Set.copyOf(grantable);
        aliases = Map.copyOf(aliases);
        groups = Map.copyOf(groups);
    }

    /** For somebody who is in these groups. What is above the ceiling is passed over, and said so. */
    public Decision decide(Document said, List<Group> in) {
        Stream<Decision> given = in.stream().flatMap(group -> given(group).stream());
        List<Decision> spoken = Stream.concat(
                        given.sorted(Comparator.comparingInt(this::place)), Stream.of(decide(said)))
                .toList();
        String above = spoken.stream()
                .filter(this::isAbove)
                .map(each -> each.from + " is passed over: " + each.type + " is not grantable")
                .collect(Collectors.joining("; "));
        return spoken.stream()
                .filter(each -> !isAbove(each))
                .findFirst()
                .orElse(Decision.NOTHING)
                .noting(above);
    }

    private boolean isAbove(Decision decision) {
        return decision.type != null && !isGrantable(decision.type);
    }

    /** What being in a group gives. */
    private Optional<Decision> given(Group group) {
        AccountType mapped = groups.get(Folded.of(group.name()));
        AccountType named = AccountType.of(group.name());
        boolean gives = mapped != null || (!named.isPrivileged() && isKnown(named));
        AccountType type = mapped == null ? named : mapped;
        return gives ? Optional.of(new Decision(type, BY_GROUP + group.name(), null)) : Optional.empty();
    }

    /** Whether being in this group says anything about the account type. */
    public boolean speaks(Group group) {
        return given(group).isPresent();
    }

    /**
     * When nothing speaks to somebody any more to whom a group gave a type: the default, so that what a group gave does
     * not outlive it.
     */
    Decision byDefault(Decision nothing) {
        String words = nothing.from == null ? ": no group gives a type any more" : ": " + nothing.from;
        return fallback == null ? nothing : new Decision(fallback, BY_DEFAULT + words, null);
    }

    /** Whether these are the words of a decision by a group. */
    static boolean isByGroup(@Nullable String from) {
        return from != null && from.startsWith(BY_GROUP);
    }

    /** Whether these are the words of {@link #byDefault}. */
    static boolean isByDefault(@Nullable String from) {
        return from != null && from.startsWith(BY_DEFAULT);
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
        return alias != null || isKnown(type) ? type : null;
    }

    private boolean isKnown(AccountType type) {
        return rank.contains(type) || grantable.contains(type);
    }

    /** The types that may be granted, the highest first. */
    public List<AccountType> granted() {
        Stream<AccountType> unranked = grantable.stream().sorted(Comparator.comparing(AccountType::value));
        return Stream.concat(rank.stream(), unranked)
                .filter(this::isGrantable)
                .distinct()
                .toList();
    }

    public boolean isGrantable(AccountType type) {
        return grantable.isEmpty() || grantable.contains(type);
    }

    /** Whether the second gives less than the first. */
    public boolean isLower(AccountType from, AccountType to) {
        return place(to) > place(from);
    }

    private int place(Decision decision) {
        return decision.type == null ? rank.size() : place(decision.type);
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
