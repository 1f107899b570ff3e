package dev.scimbridge.provisioning;

import dev.scimbridge.directory.Group;
import dev.scimbridge.directory.GroupDraft;
import dev.scimbridge.directory.Meta;
import dev.scimbridge.scim.Document;
import dev.scimbridge.store.Entry;
import dev.scimbridge.store.Transaction;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The one way a group is written: with its versions moved by what has changed. */
final class GroupRegister {
    private final Supplier<Instant> now;

    GroupRegister(Supplier<Instant> now) {
        this.now = now;
    }

    /** The group as it will be on record; the same if nothing of it changes. */
    Group next(Transaction tx, @Nullable Group before, UUID id, GroupDraft draft) {
        Instant now = this.now.get();
        Document said = draft.said();
        if (before == null) {
            return new Group(id, said, new Meta(1, tx.revision(), 1, now, now), now);
        }
        if (said.equals(before.said())
                && draft.joining().isEmpty()
                && draft.leaving().isEmpty()) {
            return before;
        }
        boolean renamed = !before.name().equals(said.text("displayName"));
        return new Group(id, said, moved(before.meta(), now), renamed ? now : before.named());
    }

    /** Writes the group if anything of it changes. Whoever joins is not in it yet, whoever leaves is. */
    void save(Transaction tx, @Nullable Group before, Group next, GroupDraft draft) {
        if (!next.equals(before)) {
            tx.groups().put(next, draft.joining(), draft.leaving());
        }
    }

    void delete(Transaction tx, Group before) {
        tx.groups().delete(new Group(before.id(), before.said(), moved(before.meta(), now.get()), before.named()));
    }

    /** A person who is deleted is in no group any more. */
    void leave(Transaction tx, UUID person) {
        for (Group group : tx.groups().of(person)) {
            GroupDraft draft = new GroupDraft(group.said(), Set.of(), Set.of(person));
            save(tx, group, next(tx, group, group.id(), draft), draft);
            String what = "leaves group \"" + group.name() + "\" " + group.id();
            Entry.Words words = new Entry.Words(null, what, null, null, "the deleted are in no group");
            tx.record(new Entry(now.get(), "scim-write", Entry.By.BRIDGE, person, words));
        }
    }

    private static Meta moved(Meta was, Instant now) {
        return new Meta(was.version() + 1, was.born(), was.shown() + 1, was.created(), now);
    }
}
