package dev.scimbridge.directory;

import dev.scimbridge.directory.AccountTypeRules.Decision;
import dev.scimbridge.lifecycle.AccountType;
import dev.scimbridge.lifecycle.Desired;
import dev.scimbridge.lifecycle.Observation;
import dev.scimbridge.lifecycle.State;
import dev.scimbridge.lifecycle.Wish;
import dev.scimbridge.scim.Document;
import dev.scimbridge.scim.Patch;
import dev.scimbridge.scim.ScimProblem;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a SCIM write makes of a record: pure, and not yet held against guards or the workspace. Each throws
 * {@link ScimProblem} for what the client has to mend. A write that takes somebody out is never refused for the company
 * it comes in.
 */
public final class Drafts {
    private static final List<String> TYPE_SPEAKERS = List.of("roles", "entitlements", "userType");

    private final AccountTypeRules rules;
    private final Presentation presentation;
    private final AddressRules addresses;

    /**
     * Who writes, when, and what else is so.
     *
     * @param connection the token's name
     * @param groups those the person is in
     */
    public record Occasion(String connection, Instant now, List<Group> groups) {
        public Occasion {
            groups = List.copyOf(groups);
        }
    }

    public Drafts(AccountTypeRules rules, Presentation presentation, AddressRules addresses) {
        this.rules = rules;
        this.presentation = presentation;
        this.addresses = addresses;
    }

    /** By which address the workspace is to know people. */
    public AddressRules addresses() {
        return addresses;
    }

    /** What a create says. Nothing on record matters to it. */
    public Introduction introduced(Document sent) {
        boolean leaves = Boolean.FALSE.equals(sent.truth("active"));
        if (!leaves) {
            PlainLines.check(sent, Document.EMPTY);
            rules.check(sent);
        }
        return new Introduction(sent, Merge.changed(Document.EMPTY, Document.EMPTY, sent), leaves);
    }

    /** Somebody nobody has heard of. */
    public User created(Identity identity, Introduction introduction, Occasion on) {
        Course course = new Course(State.PENDING, "just created", on.now, null);
        User blank = new User(
                identity,
                Said.NOTHING,
                null,
                null,
                Observation.ABSENT,
                Account.NONE,
                course,
                new Meta(0, 0, 0, on.now, on.now));
        return revived(blank, introduction, on);
    }

    /** Somebody found in the workspace, inactive or deleted, who is created (again): nothing said before counts. */
    public User revived(User before, Introduction introduction, Occasion on) {
        Document document = introduction.said();
        Decision decision = decision(before, document, on);
        Desired desired = introduction.leaves() ? new Desired.Inactive() : active(decision);
        return wishing(before.saying(new Said(document, decision.from(), on.connection)), desired, on.now);
    }

    /** After a PUT. */
    public User replaced(User before, Document sent, Occasion on) {
        if (!sent.has("userName")) {
            throw ScimProblem.invalidValue("userName is required");
        }
        Document shown = presentation.of(before);
        Document said = before.said().document();
        Document document = speaking(Merge.replaced(said, shown, sent), shown, sent);
        Boolean active = sent.truth("active");
        // Shown as inactive because the workspace has disabled them, or as active because a guard holds them: coming
        // back among other changes it is an echo; coming back alone it can only be what was meant.
        boolean derived = before.isHeldToLeave() || (!before.isLeaver() && !Presentation.isActive(before));
        boolean echo = derived && active != null && active == Presentation.isActive(before);
        // Shown as active with a type that somebody changed in the workspace: an echo does not change it back.
        boolean drifted = before.course().state() == State.DRIFT && Boolean.TRUE.equals(active);
        boolean mute = before.isManaged() && (drifted ? Presentation.isActive(before) : echo && !document.equals(said));
        return revised(before, document, mute ? null : active, on);
    }

    /** After a PATCH. */
    public User patched(User before, Patch patch, Occasion on) {
        Document shown = presentation.of(before);
        Document sent = patch.apply(shown);
        Document merged = Merge.changed(before.said().document(), shown, sent);
        Document document = speaking(newest(merged, shown, sent), shown, sent);
        boolean typed = TYPE_SPEAKERS.stream().anyMatch(patch::names);
        Boolean active = patch.names("active") ? sent.truth("active") : null;
        User next = revised(before, document, active, on);
        return typed
                        && active == null
                        && !next.isHeldToLeave()
                        && next.wish() != null
                        && next.wish().equals(before.wish())
                ? wishing(next, next.wish().desired(), on.now)
                : next;
    }

    /** After a DELETE. */
    public User deleted(User before, Occasion on) {
        return wishing(owned(before, on), new Desired.Deleted(), on.now);
    }

    /** Whether being in this group says anything about the account type. */
    public boolean speaks(Group group) {
        return rules.speaks(group);
    }

    /**
     * After a write of a group they are, or were, in: what they should have now. What a group gave goes with it; if nothing
     * else speaks, the default does. Whoever is not shown as there is not woken by this: it counts when they come back.
     */
    public User regrouped(User before, Occasion on) {
        Decision decision = decision(before, before.said().document(), on);
        AccountType type = decision.type();
        if (before.isDeleted() || (type == null && !before.isManaged())) {
            return before;
        }
        User next = said(owned(adopted(before), on), before.said().document(), decision.from());
        Wish wish = next.wish();
        if (type == null || wish == null || type.equals(asked(next.held(), wish))) {
            return next;
        }
        if (Presentation.isActive(next) && !next.isHeldToLeave()) {
            return wishing(next, active(decision), on.now);
        }
        boolean drifted = wish.fulfilled() && !next.isLeaver() && !next.isHeldToLeave();
        return drifted ? next.wishing(wish.instead(active(decision))) : next;
    }

    /** The account type that was last asked for, whether a guard keeps it back or not. */
    private static @Nullable AccountType asked(@Nullable Held held, Wish wish) {
        Desired last = held == null || held.desired().leaves() ? wish.desired() : held.desired();
        return last instanceof Desired.Active active ? active.type() : null;
    }

    private User revised(User before, Document document, @Nullable Boolean active, Occasion on) {
        boolean leaves = active == null ? before.isLeaver() || before.isHeldToLeave() : !active;
        if (!leaves) {
            PlainLines.check(document, before.said().document());
        }
        if (addresses.rename() == AddressRules.Rename.REFUSE && !leaves) {
            checkName(before, document);
        }
        boolean retyped = TYPE_SPEAKERS.stream()
                .anyMatch(each -> !document.same(each, before.said().document()));
        if (retyped && !leaves) {
            rules.check(document);
        }
        Decision decision = decision(before, document, on);
        boolean speaks = active != null || (retyped && !leaves);
        // Until it is wished for, the default has decided nothing.
        boolean silent = !speaks && AccountTypeRules.isByDefault(decision.from());
        User owned = active == null ? owned(adopted(before), on) : belonging(adopted(before), on.connection);
        User next = said(owned, document, silent ? before.said().typeFrom() : decision.from());
        Desired desired = leaves ? new Desired.Inactive() : active(decision);
        boolean held = before.held() != null && desired.equals(before.held().desired());
        // Coming back among other things it says nothing new, and is no reason to tell again what a guard keeps back.
        return speaks && !(held && !leaves && !retyped) ? wishing(next, desired, on.now) : next;
    }

    private void checkName(User before, Document document) {
        String was = presentation.of(before).text("userName");
        String is = document.text("userName");
        if (is != null && !is.equalsIgnoreCase(was) && !addresses.isTheirs(is, before)) {
            throw ScimProblem.mutability("userName cannot be changed here: the workspace knows no renaming (rename)");
        }
    }

    /** The first write to somebody found in the workspace takes them as they are. */
    private User adopted(User before) {
        if (before.isManaged()) {
            return before;
        }
        Instant since = before.meta().modified();
        Observation observation = before.observation();
        Wish asIs = observation.state().isPresent()
                ? Wish.of(new Desired.Active(null, rules.fallback()), since).seeing(observation)
                : Wish.fulfilled(new Desired.Inactive(), since);
        return before.wishing(asIs);
    }

    private static User said(User user, Document document, @Nullable String from) {
        return user.saying(new Said(document, from, user.said().connection()));
    }

    /** Whoever belongs to nobody belongs to the first who writes; otherwise only who says {@code active} takes them over. */
    private static User owned(User user, Occasion on) {
        return user.said().connection() == null ? belonging(user, on.connection) : user;
    }

    /** The same person, belonging to this connection. */
    public static User belonging(User user, String connection) {
        Said said = user.said();
        return user.saying(new Said(said.document(), said.typeFrom(), connection));
    }

    /**
     * What decides for this person: what speaks. Where a group gave a type and nothing speaks any more, it is the default,
     * until that has come about.
     */
    private Decision decision(User before, Document document, Occasion on) {
        Decision spoken = rules.decide(document, on.groups);
        String from = before.said().typeFrom();
        Wish wish = before.wish();
        boolean open = wish == null || !wish.fulfilled() || before.held() != null;
        boolean bereft = AccountTypeRules.isByGroup(from) || (open && AccountTypeRules.isByDefault(from));
        return bereft && spoken.type() == null ? rules.byDefault(spoken) : spoken;
    }

    private Desired active(Decision decision) {
        return new Desired.Active(decision.type(), rules.fallback());
    }

    private static User wishing(User user, Desired desired, Instant now) {
        Wish before = user.wish();
        Wish next = before == null ? Wish.of(desired, now) : before.then(desired, user.observation(), now);
        Observation again = user.observation().retrying();
        return user.observed(again).holding(null).wishing(next.seeing(again));
    }

    /** A userType that changes while the roles are left out or come back as shown is what was meant: they give way. */
    private Document speaking(Document document, Document shown, Document sent) {
        String userType = sent.text("userType");
        boolean changed = rules.read(userType) != null && !Objects.equals(userType, shown.text("userType"));
        boolean alone = !sent.has("roles") || sent.same("roles", shown);
        return changed && alone ? document.without("roles") : document;
    }

    /** Of the roles that name an account type, one that was added takes the place of those that were there. */
    private Document newest(Document document, Document shown, Document sent) {
        List<String> old =
                shown.elements("roles").stream().map(each -> each.text("value")).toList();
        List<Document> added = sent.elements("roles").stream()
                .filter(each -> !old.contains(each.text("value")))
                .filter(each -> rules.read(each.text("value")) != null)
                .toList();
        if (added.isEmpty() || !document.has("roles")) {
            return document;
        }
        Document winner = Objects.requireNonNull(
                rules.decide(Document.EMPTY.with("roles", added)).role());
        List<Document> left = document.elements("roles").stream()
                .filter(each -> added.contains(each) || rules.read(each.text("value")) == null)
                .map(each -> each.equals(winner) ? each.with("primary", true) : each.without("primary"))
                .toList();
        return document.with("roles", left);
    }
}
