package dev.scimbridge.directory;

import dev.scimbridge.lifecycle.AccountType;
import dev.scimbridge.lifecycle.Desired;
import dev.scimbridge.lifecycle.State;
import dev.scimbridge.lifecycle.Wish;
import dev.scimbridge.scim.Document;
import dev.scimbridge.scim.Made;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is shown of a person: what was said, completed by what is derived.
 */
public final class Presentation {
    /** The bridge's own read-only extension. */
    public static final String EXTENSION = "urn:ietf:params:scim:schemas:extension:scimbridge:2.0:User";

    /** An odd number of many bits, so that the order and each character of what is mixed tell. */
    private static final long MIXING = 0x9E37_79B9_7F4A_7C15L;

    /** What is not always shown as it was said. */
    private static final List<String> COMPLETED = List.of("active", "userName", "emails", "name", "roles", "userType");

    private static final Document ACTIVE = Document.only("active", true);
    private static final Document INACTIVE = Document.only("active", false);

    private final AccountTypeRules rules;

    public Presentation(AccountTypeRules rules) {
        this.rules = rules;
    }

    /** The whole resource, but for its groups and where it is. */
    public Document of(User user) {
        return of(user, Locations.NONE);
    }

    /** The whole resource, but for its groups. */
    Document of(User user, Locations at) {
        return new Portrait(this, user, Groups.none()).whole(at);
    }

    /** Without id, groups, meta and extension. */
    Made core(User user) {
        Made shown = Made.from(user.said().document());
        COMPLETED.forEach(attribute -> shown.copying(attribute, core(user, attribute)));
        return shown;
    }

    /** Whether the same is shown of both, but for id, groups, meta and extension: what else changes moves {@code meta.version}. */
    public boolean isAlike(User one, User other) {
        if (isMadeOfTheSame(one, other)) {
            return true;
        }
        // What is shown as it was said costs the least to compare.
        Set<String> attributes = new LinkedHashSet<>(one.said().document().attributes());
        attributes.addAll(other.said().document().attributes());
        COMPLETED.forEach(attributes::remove);
        attributes.addAll(COMPLETED);
        return attributes.stream().allMatch(each -> core(one, each).same(each, core(other, each)));
    }

    /** All that {@link #core} looks at: mostly it is the same, and compared sooner than what is made of it. */
    private static boolean isMadeOfTheSame(User one, User other) {
        return isActive(one) == isActive(other)
                && Objects.equals(type(one), type(other))
                && Objects.equals(one.account().email(), other.account().email())
                && Objects.equals(one.account().name(), other.account().name())
                && one.identity().address().equals(other.identity().address())
                && one.said().document().equals(other.said().document());
    }

    /** A document that says of this attribute at the top what {@link #core(User)} says. */
    Document core(User user, String attribute) {
        Document said = user.said().document();
        return switch (attribute) {
            case "active" -> isActive(user) ? ACTIVE : INACTIVE;
            case "userName" -> said.says(attribute) ? said : Document.only(attribute, address(user));
            case "emails" -> said.says(attribute) ? said : Document.only(attribute, emails(user));
            case "name" -> said.says(attribute) ? said : Document.only(attribute, name(user));
            case "roles", "userType" -> typed(user, attribute);
            default -> said;
        };
    }

    /** Whether the person is shown as active: as desired, unless the workspace has since been seen without them. */
    public static boolean isActive(User user) {
        if (user.isHeldToLeave()) {
            return true;
        }
        Wish wish = user.wish();
        if (wish == null) {
            return user.observation().state().isPresent();
        }
        State state = user.course().state();
        boolean missing =
                !user.observation().state().isPresent() && (state == State.DRIFT || state == State.NEEDS_HAND);
        return !wish.desired().leaves() && !missing;
    }

    /** The effective account type: while something is pending the desired one, else the observed one. */
    public static @Nullable AccountType type(User user) {
        AccountType observed = user.observation().state().accountType().orElse(null);
        if (user.wish() == null || !(user.wish().desired() instanceof Desired.Active desired)) {
            return observed;
        }
        boolean drifted = user.course().state() == State.DRIFT && observed != null;
        AccountType wanted = desired.type() == null && observed == null ? desired.fallback() : desired.type();
        return drifted || wanted == null ? observed : wanted;
    }

    private Document typed(User user, String attribute) {
        Document said = user.said().document();
        AccountType effective = type(user);
        AccountType type = effective == null ? rules.decide(said).type() : effective;
        if (type == null) {
            return said;
        }
        if (attribute.equals("roles")) {
            return Document.only(attribute, roles(said, type));
        }
        String userType = said.text(attribute);
        return userType != null && rules.read(userType) == null ? said : Document.only(attribute, type.value());
    }

    private List<Document> roles(Document said, AccountType type) {
        Document role = rules.decide(said).role();
        List<Document> roles = new ArrayList<>();
        if (role == null) {
            roles.add(primary(type.value()).with("display", display(type)));
        }
        Document left = role;
        for (Document each : said.elements("roles")) {
            boolean deciding = each.equals(left);
            left = deciding ? null : left;
            roles.add(deciding ? each.with("value", type.value()).with("primary", true) : each.without("primary"));
        }
        return roles;
    }

    private static Document primary(String value) {
        return Document.EMPTY.with("value", value).with("primary", true);
    }

    /** For instance {@code Workspace admin}. */
    static String display(AccountType type) {
        String words = type.value().replace('_', ' ').toLowerCase(Locale.ROOT);
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static List<Document> emails(User user) {
        return List.of(primary(address(user)).with("type", "work"));
    }

    /** The userName shown: of somebody who was given none it is the address, as the workspace writes it. */
    static String userName(User user) {
        String said = user.said().document().text("userName");
        return said == null ? address(user) : said;
    }

    private static String address(User user) {
        String written = user.account().email();
        return written == null ? user.identity().address().value() : written;
    }

    /** From the workspace's single name, or the address's local part; Okta needs both parts of everybody. */
    private static Document name(User user) {
        String single = user.account().name();
        String whole = single == null || single.isBlank()
                ? user.identity()
                        .address()
                        .localPart()
                        .replaceAll("[._+-]+", " ")
                        .strip()
                : single.strip();
        String words = whole.isEmpty() ? user.identity().address().value() : whole;
        int space = words.lastIndexOf(' ');
        String given = space < 0 ? words : words.substring(0, space);
        String family = space < 0 ? words : words.substring(space + 1);
        return Made.afresh()
                .with("formatted", words)
                .with("familyName", family)
                .with("givenName", given)
                .done();
    }

    static Document meta(String type, Meta meta, Instant modified, String version) {
        return Made.afresh()
                .with("resourceType", type)
                .with("created", meta.created().toString())
                .with("lastModified", modified.toString())
                .with("version", version)
                .done();
    }

    /**
     * The weak entity tag of what is shown (RFC 7644 3.14). The groups a person is in are not on their record; what is
     * shown of them counts by what it says.
     */
    public static String version(User user, List<Group> groups) {
        long shown = user.meta().shown();
        if (groups.isEmpty()) {
            return "W/\"" + shown + "\"";
        }
        return "W/\"" + shown + "-" + Long.toUnsignedString(digest(groups), Character.MAX_RADIX) + "\"";
    }

    /** What is shown of groups, in short; 0 for none. */
    static long digest(List<Group> groups) {
        long mix = groups.isEmpty() ? 0 : 1;
        for (Group group : groups) {
            mix = mix * MIXING + group.id().getLeastSignificantBits();
            mix = mix * MIXING + group.name().hashCode();
            mix = mix * MIXING + ChronoUnit.MICROS.between(Instant.EPOCH, group.named());
        }
        return mix;
    }
}
