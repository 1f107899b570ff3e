package dev.scimbridge.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.scimbridge.directory.AccountTypeRules;
import dev.scimbridge.directory.AddressRules;
import dev.scimbridge.directory.Changes;
import dev.scimbridge.directory.Directory;
import dev.scimbridge.directory.Drafts;
import dev.scimbridge.directory.Meta;
import dev.scimbridge.directory.Presentation;
import dev.scimbridge.directory.Someone;
import dev.scimbridge.directory.User;
import dev.scimbridge.lifecycle.AccountType;
import dev.scimbridge.provisioning.Drafting.Draft;
import dev.scimbridge.scim.Document;
import dev.scimbridge.scim.ResourceSchema;
import dev.scimbridge.scim.Samples;
import dev.scimbridge.scim.ScimProblem;
import dev.scimbridge.store.Store;
import dev.scimbridge.store.contract.StoreKit;
import dev.scimbridge.store.sqlite.SqliteKit;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is drafted before its turn stands only if nothing has changed meanwhile, and never decides when something is wished. */
@Timeout(60)
class DraftingTest {
    private static final User MAX = Someone.managed(
            "max@acme.io", AccountType.DEVELOPER, "{'userName':'max@acme.io','title':'Clerk','nickName':'Max'}");
    private static final String PROMOTED = "{'op':'replace','path':'title','value':'Chief'}";

    private final StoreKit kit = new SqliteKit();
    private final Presentation presentation = new Presentation(AccountTypeRules.DEFAULT);
    private final Directory directory = new Directory(presentation);
    private final Store store = kit.open(directory::publish);
    private final Drafts drafts = new Drafts(AccountTypeRules.DEFAULT, presentation, AddressRules.ANY);
    private final Drafting drafting = new Drafting(drafts, directory, () -> Someone.NOON, Someone.NAMESPACE);

    @AfterEach
    void tidies_up() {
        kit.close();
    }

    private User put(User user) {
        return store.write(tx -> {
                    tx.people().put(user);
                    return user;
                })
                .toCompletableFuture()
                .join();
    }

    private Draft drafted(Write write, @Nullable Draft ahead) {
        return store.write(tx -> drafting.drafted(tx, write, ahead))
                .toCompletableFuture()
                .join();
    }

    private static Write patch(String operation, Intake.@Nullable IfMatch condition) {
        Intake.Request request = new Intake.Request("okta", null, condition, true);
        return new Write.Modify(MAX.id(), Samples.patch(operation, ResourceSchema.USER), request);
    }

    private static User next(User user) {
        Meta meta = user.meta();
        return user.with(new Meta(meta.version() + 1, meta.born(), meta.shown(), meta.created(), meta.modified()));
    }

    private static Document said(Draft draft) {
        return draft.next().said().document();
    }

    @Test
    void a_draft_from_before_stands_while_the_record_is_the_same() {
        put(MAX);
        Draft ahead = drafting.ahead(patch(PROMOTED, null));
        assertThat(ahead).isNotNull();
        assertThat(drafted(patch(PROMOTED, null), ahead)).isSameAs(ahead);
        assertThat(said(ahead).text("title")).isEqualTo("Chief");
    }

    @Test
    void what_somebody_else_wrote_meanwhile_is_not_undone() {
        put(MAX);
        Draft ahead = drafting.ahead(patch(PROMOTED, null));
        put(next(Someone.saying(MAX, "{'userName':'max@acme.io','title':'Clerk','nickName':'Maxi'}")));
        Draft drafted = drafted(patch(PROMOTED, null), ahead);
        assertThat(said(drafted).text("nickName")).isEqualTo("Maxi");
        assertThat(said(drafted).text("title")).isEqualTo("Chief");
    }

    @Test
    void whoever_was_deleted_meanwhile_is_not_found() {
        put(MAX);
        Draft ahead = drafting.ahead(patch(PROMOTED, null));
        User deleted = drafts.deleted(MAX, new Drafts.Occasion("okta", Someone.NOON, List.of()));
        put(next(deleted));
        assertThatThrownBy(() -> drafted(patch(PROMOTED, null), ahead))
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(ScimProblem.class);
    }

    @Test
    void a_condition_is_asked_of_the_record_in_its_turn() {
        put(MAX);
        Write write = patch(PROMOTED, version -> false);
        Draft ahead = drafting.ahead(write);
        assertThat(ahead).isNotNull();
        assertThatThrownBy(() -> drafted(write, ahead)).hasCauseInstanceOf(ScimProblem.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'op':'replace','path':'active','value':false}",
                "{'op':'replace','path':'roles','value':[{'value':'BUSINESS','primary':true}]}",
                "{'op':'replace','path':'title','value':{'no':'text'}}"
            })
    void a_wish_and_a_mistake_are_left_to_their_turn(String operation) {
        put(MAX);
        assertThat(drafting.ahead(patch(operation, null))).isNull();
    }

    @Test
    void the_first_write_to_somebody_found_in_the_workspace_is_left_to_its_turn() {
        put(Someone.member("max@acme.io", AccountType.DEVELOPER));
        assertThat(drafting.ahead(patch(PROMOTED, null))).isNull();
    }

    @Test
    void nobody_is_drafted_of_whom_readers_do_not_know() {
        directory.publish(Changes.NONE);
        assertThat(drafting.ahead(patch(PROMOTED, null))).isNull();
    }
}
