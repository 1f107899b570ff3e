package dev.scimbridge.provisioning;

import dev.scimbridge.directory.Directory;
import dev.scimbridge.directory.Group;
import dev.scimbridge.directory.GroupDraft;
import dev.scimbridge.provisioning.Regrouping.Turn;
import dev.scimbridge.scim.ScimProblem;
import dev.scimbridge.store.Entry;
import dev.scimbridge.store.Transaction;
import java.util.HashSet;
import java.util.List;
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
    private final Directory directory;

    GroupAdmission(GroupRegister groups, Register register, Regrouping regrouping, Directory directory) {
        this.groups = groups;
        this.register = register;
        this.regrouping = regrouping;
        this.directory = directory;
    }

    /** A group that nobody has written before. */
    Group create(Transaction tx, GroupWrite write, GroupDraft draft) {
        return admit(tx, write, null, draft);
    }

    Group change(Transaction tx, GroupWrite write) {
        Group before = current(tx, write);
        GroupDraft draft = write.draft();
        return draft == null ? delete(tx, write, before) : admit(tx, write, before, draft);
    }

    private Group current(Transaction tx, GroupWrite write) {
        Group group = tx.groups().find(write.id());
        if (group == null) {
            throw ScimProblem.notFound("there is no group " + write.id());
        }
        Intake.IfMatch condition = write.request().ifMatch();
        String version = directory.snapshot().version(group);
        if (condition != null && !condition.admits(version)) {
            throw ScimProblem.preconditionFailed("the group has changed since: now " + version);
        }
        return group;
    }

    private Group admit(Transaction tx, GroupWrite write, @Nullable Group before, GroupDraft draft) {
        UUID id = write.id();
        requireFreeName(tx, id, draft);
        Set<UUID> joining = new HashSet<>(draft.joining());
        joining.removeAll(tx.groups().among(id, draft.joining()));
        for (UUID person : joining) {
            if (!tx.people().has(person)) {
                throw GroupDraft.unknown(person);
            }
        }
        Set<UUID> leaving = tx.groups().among(id, draft.leaving());
        Group is =
                new Group(id, draft.said(), before == null ? GroupRegister.UNWRITTEN : before.meta(), register.now());
        Turn turn = new Turn(before, is);
        List<Regrouping.Before> concerned = regrouping.before(tx, regrouping.concerned(tx, turn, joining, leaving));
        Group saved = groups.save(tx, before, id, new GroupDraft(draft.said(), joining, leaving));
        record(tx, write, saved, joining.size() + " join, " + leaving.size() + " leave");
        regrouping.after(tx, concerned, write.request());
        return saved;
    }

    private Group delete(Transaction tx, GroupWrite write, Group before) {
        List<Regrouping.Before> concerned =
                regrouping.before(tx, regrouping.concerned(tx, new Turn(before, null), Set.of(), Set.of()));
        groups.delete(tx, before);
        record(tx, write, before, null);
        regrouping.after(tx, concerned, write.request());
        return before;
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
