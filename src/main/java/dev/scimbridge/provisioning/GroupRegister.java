package dev.scimbridge.provisioning;

import dev.scimbridge.directory.Group;
import dev.scimbridge.directory.GroupDraft;
import dev.scimbridge.directory.Meta;
import dev.scimbridge.scim.Document;
import dev.scimbridge.store.Transaction;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The one way a group is written: with its versions moved by what has changed. */
final class GroupRegister {
    /** The data of a group that is not on record yet. */
    static final Meta UNWRITTEN = new Meta(0, 0, 0, Instant.EPOCH, Instant.EPOCH);

    private final Supplier<Instant> now;

    GroupRegister(Supplier<Instant> now) {
        this.now = now;
    }

    /** Writes the group if anything of it changes. Whoever joins is not in it yet, whoever leaves is. */
    Group save(Transaction tx, @Nullable Group before, UUID id, GroupDraft draft) {
        Document said = draft.said();
        Set<UUID> joining = draft.joining();
        Set<UUID> leaving = draft.leaving();
        Instant now = this.now.get();
        if (before == null) {
            Group made = new Group(id, said, new Meta(1, tx.revision(), 1, now, now), now);
            tx.groups().put(made, joining, leaving);
            return made;
        }
        if (said.equals(before.said()) && joining.isEmpty() && leaving.isEmpty()) {
            return before;
        }
        boolean renamed = !before.name().equals(said.text("displayName"));
        Group next = new Group(id, said, moved(before.meta(), now), renamed ? now : before.named());
        tx.groups().put(next, joining, leaving);
        return next;
    }

    void delete(Transaction tx, Group before) {
        tx.groups().delete(new Group(before.id(), before.said(), moved(before.meta(), now.get()), before.named()));
    }

    /** A person who is deleted is in no group any more. */
    void leave(Transaction tx, UUID person) {
        for (Group group : tx.groups().of(person)) {
            save(tx, group, group.id(), new GroupDraft(group.said(), Set.of(), Set.of(person)));
        }
    }

    private static Meta moved(Meta was, Instant now) {
        return new Meta(was.version() + 1, was.born(), was.shown() + 1, was.created(), now);
    }
}
