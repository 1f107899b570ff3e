package dev.scimbridge.provisioning;

import dev.scimbridge.directory.Directory;
import dev.scimbridge.directory.Group;
import dev.scimbridge.directory.GroupDraft;
import dev.scimbridge.directory.Groups;
import dev.scimbridge.provisioning.GroupAdmission.Admitted;
import dev.scimbridge.scim.Document;
import dev.scimbridge.scim.Patch;
import dev.scimbridge.scim.ScimProblem;
import dev.scimbridge.store.Store;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/**
 * Takes SCIM writes of groups in: durable before they are answered, one after the other for each group, and never
 * waiting for what they mean for people. Every stage completes with the group as it is now, or fails with
 * {@link ScimProblem} or {@link Unwritten}.
 */
public final class GroupIntake implements Writes<Group> {
    private final Store store;
    private final Directory directory;
    private final GroupAdmission admission;
    private final Desk desk;
    private final Lanes<UUID> lanes = new Lanes<>();

    /** A change of a group, worked out from how it stands when its turn comes. */
    private interface Change {
        GroupDraft of(Group before, Groups groups);
    }

    /**
     * Where it goes on once a write is on disk.
     *
     * @param drafting works out what a write changes: that of a large group would keep the store's thread too long
     * @param waiting writes of people that may stand now
     * @param catchup sees to those who were left for later
     * @param stir somebody may have fallen due
     */
    record Desk(Executor drafting, Waiting waiting, Catchup catchup, Runnable stir) {}

    GroupIntake(Store store, Directory directory, GroupAdmission admission, Desk desk) {
        this.store = store;
        this.directory = directory;
        this.admission = admission;
        this.desk = desk;
    }

    @Override
    public CompletionStage<Group> create(Document sent, Intake.Request request) {
        UUID id = UUID.randomUUID();
        return lanes.run(id, () -> {
            GroupDraft draft = GroupDraft.created(sent);
            GroupWrite write = new GroupWrite("create", id, draft, request);
            return written(tx -> admission.create(tx, write, draft));
        });
    }

    @Override
    public CompletionStage<Group> replace(UUID id, Document sent, Intake.Request request) {
        return changed("replace", id, (before, groups) -> GroupDraft.replaced(before, groups, sent), request);
    }

    @Override
    public CompletionStage<Group> patch(UUID id, Patch patch, Intake.Request request) {
        return changed("patch", id, (before, groups) -> GroupDraft.patched(before, groups, patch), request);
    }

    @Override
    public CompletionStage<Group> delete(UUID id, Intake.Request request) {
        GroupWrite write = new GroupWrite("delete", id, null, request);
        return lanes.run(id, () -> written(tx -> admission.change(tx, write)));
    }

    private CompletionStage<Group> changed(String method, UUID id, Change change, Intake.Request request) {
        return lanes.run(
                id,
                () -> CompletableFuture.supplyAsync(
                                () -> new GroupWrite(method, id, draft(id, change), request), desk.drafting)
                        .thenCompose(write -> written(tx -> admission.change(tx, write))));
    }

    private GroupDraft draft(UUID id, Change change) {
        Groups groups = directory.snapshot().groups();
        Group before = groups.find(id);
        if (before == null) {
            throw ScimProblem.notFound("there is no group " + id);
        }
        return change.of(before, groups);
    }

    private CompletionStage<Group> written(Store.Work<Admitted> work) {
        return store.write(work).thenApply(this::admitted).exceptionallyCompose(Unwritten::unlessTold);
    }

    private Group admitted(Admitted admitted) {
        admitted.people().standing().forEach(desk.waiting::accept);
        desk.stir.run();
        if (!admitted.people().isLast()) {
            desk.catchup.begin();
        }
        return admitted.group();
    }
}
