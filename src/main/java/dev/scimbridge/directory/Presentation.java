package dev.scimbridge.directory;

import dev.scimbridge.lifecycle.AccountType;
import dev.scimbridge.lifecycle.Desired;
import dev.scimbridge.lifecycle.Observed;
import dev.scimbridge.lifecycle.State;
import dev.scimbridge.lifecycle.Wish;
import dev.scimbridge.scim.Document;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is shown of a person: what was said, completed by what is derived.
 */
public final class Presentation {
    /** The bridge's own read-only extension. */
    public static final String EXTENSION = "urn:ietf:params:scim:schemas:extension:scimbridge:2.0:User";

    /** An odd number of many bits, so that the order and each character of what is mixed tell. */
    private static final long MIXING = 0x9E37_79B9_7F4A_7C15L;

    private final AccountTypeRules rules;

    public Presentation(AccountTypeRules rules) {
        this.rules = rules;
    }

    /** The whole resource, but for its groups and where it is. */
    public Document of(User user) {
        return of(user, List.of(), Instant.MIN, Locations.NONE);
    }

    /**
     * The whole resource.
     *
     * @param groups those the person is in
     * @param regrouped when they last joined or left one
     */
    Document of(User user, List<Group> groups, Instant regrouped, Locations at) {
        Instant modified = Stream.concat(
                        Stream.of(user.meta().modified(), regrouped),
                        groups.stream().map(Group::named))
                .max(Comparator.naturalOrder())
                .orElseThrow();
        Document meta = meta("User", user.meta(), modified, version(user, groups));
        String location = at.user(user.id());
        return core(user)
                .with("id", user.id().toString())
                .with(
                        "groups",
                        groups.stream().map(group -> belonging(group, at)).toList())
                .with(EXTENSION, extension(user))
                .with("meta", location == null ? meta : meta.with("location", location));
    }

    private static Document belonging(Group group, Locations at) {
        Document shown = Document.EMPTY.with("value", group.id().toString());
        String location = at.group(group.id());
        return (location == null ? shown : shown.with("$ref", location))
                .with("display", group.name())
                .with("type", "direct");
    }

    /** Without id, meta and extension: what moves {@code meta.version} when it changes. */
    public Document core(User user) {
        Document said = user.said().document();
        Document shown = said.with("active", isActive(user));
        if (!said.has("userName")) {
            shown = shown.with("userName", address(user));
        }
        if (!said.has("emails")) {
            shown = shown.with("emails", List.of(primary(address(user)).with("type", "work")));
        }
        if (!said.has("name")) {
            shown = shown.with("name", name(user));
        }
        AccountType type = type(user);
        AccountType any = type == null ? rules.decide(said).type() : type;
        return any == null ? shown : typed(shown, any);
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

    private Document typed(Document shown, AccountType type) {
        Document role = rules.decide(shown).role();
        List<Document> roles = new ArrayList<>();
        if (role == null) {
            roles.add(primary(type.value()).with("display", display(type)));
        }
        Document left = role;
        for (Document each : shown.elements("roles")) {
            boolean deciding = each.equals(left);
            left = deciding ? null : left;
            roles.add(deciding ? each.with("value", type.value()).with("primary", true) : each.without("primary"));
        }
        boolean kept = shown.has("userType") && rules.read(shown.text("userType")) == null;
        Document typed = shown.with("roles", roles);
        return kept ? typed : typed.with("userType", type.value());
    }

    private static Document primary(String value) {
        return Document.EMPTY.with("value", value).with("primary", true);
    }

    /** For instance {@code Workspace admin}. */
    static String display(AccountType type) {
        String words = type.value().replace('_', ' ').toLowerCase(Locale.ROOT);
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** The userName shown of somebody who was given none: the address, as the workspace writes it. */
    String userName(User user) {
        return address(user);
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
        return Document.EMPTY
                .with("formatted", words)
                .with("familyName", family)
                .with("givenName", given);
    }

    static Document meta(String type, Meta meta, Instant modified, String version) {
        return Document.EMPTY
                .with("resourceType", type)
                .with("created", meta.created().toString())
                .with("lastModified", modified.toString())
                .with("version", version);
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

    private static Document extension(User user) {
        Map<String, String> facts = new TreeMap<>();
        Course course = user.course();
        facts.put("state", course.state().word());
        facts.put("reason", course.why());
        facts.put("since", course.since().toString());
        put(facts, "accountTypeFrom", user.said().typeFrom());
        put(facts, "workspaceEmail", user.account().email());
        if (user.observation().state() instanceof Observed.Active account) {
            facts.put("workspaceUid", account.uid());
        }
        if (user.observation().state() instanceof Observed.Invited) {
            facts.put("inviteStatus", "open");
        }
        if (user.observation().state() instanceof Observed.Expired) {
            facts.put("inviteStatus", "expired");
        }
        Document extension = Document.EMPTY;
        for (var fact : facts.entrySet()) {
            extension = extension.with(fact.getKey(), fact.getValue());
        }
        return extension;
    }

    private static void put(Map<String, String> facts, String name, @Nullable String value) {
        if (value != null) {
            facts.put(name, value);
        }
    }
}
