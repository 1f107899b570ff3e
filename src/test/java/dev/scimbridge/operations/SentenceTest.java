package dev.scimbridge.operations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.scimbridge.store.Entry;
import org.junit.jupiter.api.Test;

/** An entry of the audit chain, as an operator reads it. */
class SentenceTest {
    private static String step(Entry.Words words) {
        return new History().add("step", Entry.By.BRIDGE, words).sentence();
    }

    @Test
    void a_write_is_told_with_who_asked_and_what_it_was_read_as() {
        assertThat(new History()
                        .asked("patch: replace active false", "inactive", null)
                        .sentence())
                .isEqualTo("okta (Okta SCIM Client) asked: patch: replace active false; read as inactive.");
        assertThat(new History()
                        .asked("delete", "active as ADMIN", "the last ADMIN stays")
                        .sentence())
                .isEqualTo("okta (Okta SCIM Client) asked: delete; read as active as ADMIN; the last ADMIN stays.");
    }

    @Test
    void what_an_operator_asked_is_told_alike() {
        Entry.Words words = new Entry.Words("release what leaver-brake holds", "inactive", null, null, null);
        assertThat(new History().add("operator", Entry.By.OPERATOR, words).sentence())
                .isEqualTo("An operator asked: release what leaver-brake holds; read as inactive.");
    }

    @Test
    void what_the_bridge_did_on_its_own_has_no_one_who_asked() {
        Entry.Words left = new Entry.Words(null, "leaves group \"Cooks\"", null, null, "the deleted are in no group");
        assertThat(new History().add("scim-write", Entry.By.BRIDGE, left).sentence())
                .isEqualTo("The bridge saw to it: leaves group \"Cooks\"; the deleted are in no group.");
    }

    @Test
    void a_call_is_told_with_its_answer() {
        assertThat(new History().called("disableUser 1b05…", "ok").sentence())
                .isEqualTo("disableUser 1b05… was called: ok.");
    }

    @Test
    void other_steps_are_told_by_what_they_have() {
        assertThat(step(new Entry.Words(null, null, null, "no seats left", "refused, and told")))
                .isEqualTo("The workspace answered: no seats left; refused, and told.");
        assertThat(step(new Entry.Words(null, "inactive", null, null, "leaver-brake lets it pass")))
                .isEqualTo("Wished from now on: inactive; leaver-brake lets it pass.");
        assertThat(step(Entry.Words.why("the last ADMIN stays"))).isEqualTo("The bridge: the last ADMIN stays.");
    }

    @Test
    void a_listing_is_told_with_what_was_before() {
        assertThat(new History()
                        .listing("seen not in the workspace any more", "was active as ADMIN")
                        .sentence())
                .isEqualTo("A listing showed them: not in the workspace any more; was active as ADMIN.");
    }

    @Test
    void the_proof_of_a_leaver_is_told_as_such() {
        assertThat(new History().confirmed().sentence())
                .isEqualTo("Confirmed that they have left: not in the workspace any more; a listing shows it.");
    }

    @Test
    void whatever_is_not_known_here_is_told_all_the_same() {
        Entry.Words words = new Entry.Words("release", "inactive", null, null, "it was right");
        assertThat(new History().add("held-release", History.OKTA, words).sentence())
                .isEqualTo("Held release by okta (Okta SCIM Client): asked: release; read as inactive; it was right.");
        Entry.Words nothing = new Entry.Words(null, null, null, null, null);
        assertThat(new History().add("", Entry.By.BRIDGE, nothing).sentence()).isEqualTo("something.");
    }
}
