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

    /** Somebody nobody has heard of. */
    public User created(Identity identity, Document sent, Occasion on) {
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
        return revived(blank, sent, on);
    }

    /** Somebody found in the workspace, inactive or deleted, who is created (again): nothing said before counts. */
    public User revived(User before, Document sent, Occasion on) {
        boolean leaves = Boolean.FALSE.equals(sent.truth("active"));
        if (!leaves) {
            PlainLines.check(sent, Document.EMPTY);
            rules.check(sent);
        }
        Document document = Merge.changed(Document.EMPTY, Document.EMPTY, sent);
        return wishing(said(before, document, on), desired(document, leaves, on), on.now);
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
        User said =
                before.saying(new Said(before.said().document(), before.said().typeFrom(), on.connection));
        return wishing(said, new Desired.Deleted(), on.now);
    }

    /** Whether being in this group says anything about the account type. */
    public boolean speaks(Group group) {
        return rules.speaks(group);
    }

    /**
     * After a write of a group they are, or were, in. What a group gave goes with it: if nothing else speaks, the
     * default does.
     *
     * @param was the groups they were in before
     */
    public User regrouped(User before, List<Group> was, Occasion on) {
        Document document = before.said().document();
        AccountType had = rules.decide(document, was).type();
        Decision decision = rules.decide(document, on.groups);
        boolean unheard = !before.isManaged() && decision.type() == null;
        if (unheard || before.isDeleted()) {
            return before;
        }
        User next = said(adopted(before), document, on);
        if (Objects.equals(had, decision.type()) || before.isLeaver() || before.isHeldToLeave()) {
            return next;
        }
        AccountType type = decision.type() == null ? rules.fallback() : decision.type();
        return wishing(next, new Desired.Active(type, rules.fallback()), on.now);
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
        User next = said(adopted(before), document, on);
        boolean speaks = active != null || (retyped && !leaves);
        return speaks ? wishing(next, desired(document, leaves, on), on.now) : next;
    }

    private void checkName(User before, Document document) {
        String was = presentation.of(before).text("userName");
        String is = document.text("userName");
        if (is != null && !is.equalsIgnoreCase(was)) {
            throw ScimProblem.mutability("userName cannot be changed here: the workspace knows no renaming (rename)");
        }
    }

    /** The first write to somebody found in the workspace takes them as they are. */
    private User adopted(User before) {
        if (before.isManaged()) {
            return before;
        }
        boolean there = before.observation().state().isPresent();
        Desired asIs = there ? new Desired.Active(null, rules.fallback()) : new Desired.Inactive();
        return before.wishing(Wish.of(asIs, before.meta().modified()).seeing(before.observation()));
    }

    private User said(User before, Document document, Occasion on) {
        Decision decision = rules.decide(document, on.groups);
        return before.saying(new Said(document, decision.from(), on.connection));
    }

    private Desired desired(Document document, boolean leaves, Occasion on) {
        return leaves
                ? new Desired.Inactive()
                : new Desired.Active(rules.decide(document, on.groups).type(), rules.fallback());
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
