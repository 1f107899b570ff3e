package dev.scimbridge.provisioning;

import dev.scimbridge.directory.Group;
import dev.scimbridge.directory.GroupDraft;
import dev.scimbridge.provisioning.Regrouping.Turn;
import dev.scimbridge.scim.ScimProblem;
import dev.scimbridge.store.Entry;
import dev.scimbridge.store.Transaction;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The one transaction of a group's write: the current record, its name, its members, the account types that follow, the
 * audit.
 */
final class GroupAdmission {
    private final GroupRegister groups;
    private final Register register;
    private final Regrouping regrouping;

    GroupAdmission(Register register, Regrouping regrouping) {
        this.groups = register.groups();
        this.register = register;
        this.regrouping = regrouping;
    }

    /**
     * What became of a write.
     *
     * @param group as it is now, or was before it was deleted
     * @param people what has been done of what it means for people
     */
    record Admitted(Group group, Regrouping.Part people) {}

    /** A group that nobody has written before. */
    Admitted create(Transaction tx, GroupWrite write, GroupDraft draft) {
        return admit(tx, write, null, draft);
    }

    Admitted change(Transaction tx, GroupWrite write) {
        Group before = current(tx, write);
        GroupDraft draft = write.draft();
        return draft == null ? delete(tx, write, before) : admit(tx, write, before, draft);
    }

    private static Group current(Transaction tx, GroupWrite write) {
        Group group = tx.groups().find(write.id());
        if (group == null) {
            throw ScimProblem.notFound("there is no group " + write.id());
        }
        Intake.IfMatch condition = write.request().ifMatch();
        if (condition != null && !condition.admits(group.version())) {
            throw ScimProblem.preconditionFailed("the group has changed since: now " + group.version());
        }
        return group;
    }

    private Admitted admit(Transaction tx, GroupWrite write, @Nullable Group before, GroupDraft draft) {
        requireFreeName(tx, write.id(), draft);
        GroupDraft exact = exact(tx, write.id(), draft);
        Group is = groups.next(tx, before, write.id(), exact);
        Set<UUID> concerned = regrouping.concerned(tx, new Turn(before, is), exact.joining(), exact.leaving());
        groups.save(tx, before, is, exact);
        record(
                tx,
                write,
                is,
                exact.joining().size() + " join, " + exact.leaving().size() + " leave");
        return new Admitted(
                is, regrouping.regroup(tx, concerned, write.request().by()));
    }

    /** The draft was made before this transaction: who was deleted meanwhile is in the group no more. */
    private static GroupDraft exact(Transaction tx, UUID id, GroupDraft draft) {
        Set<UUID> joining = new HashSet<>(draft.joining());
        joining.removeAll(tx.groups().among(id, draft.joining()));
        for (UUID person : joining) {
            if (!tx.people().has(person)) {
                throw GroupDraft.unknown(person);
            }
        }
        return new GroupDraft(draft.said(), joining, tx.groups().among(id, draft.leaving()));
    }

    private Admitted delete(Transaction tx, GroupWrite write, Group before) {
        Set<UUID> concerned = regrouping.concerned(tx, new Turn(before, null), Set.of(), Set.of());
        groups.delete(tx, before);
        record(tx, write, before, null);
        return new Admitted(
                before, regrouping.regroup(tx, concerned, write.request().by()));
    }

    private static void requireFreeName(Transaction tx, UUID id, GroupDraft draft) {
        String name = draft.said().text("displayName");
        if (name == null) {
            throw ScimProblem.invalidValue("displayName is required");
        }
        Group other = tx.groups().named(name);
        if (other != null && !other.id().equals(id)) {
            throw ScimProblem.uniqueness("there is a group with this displayName already");
        }
    }

    private void record(Transaction tx, GroupWrite write, Group group, @Nullable String meant) {
        String asked = write.method() + " group \"" + group.name() + "\" " + group.id();
        Entry.Words words = new Entry.Words(asked, meant, null, null, null);
        tx.record(new Entry(register.now(), "scim-write", write.request().by(), null, words));
    }
}
