package dev.scimbridge.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.scimbridge.story.Scim.Reply;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Where identity providers want opposite things, one rule decides for all of them. */
class ConflictStory {
    private static Stage stage;

    @BeforeAll
    static void begin() {
        stage = Stage.with(6, bridge -> bridge.with("SCIM_BRIDGE_GUARDS_MAX_DEACTIVATIONS", "3"));
    }

    @AfterAll
    static void end() {
        stage.close();
    }

    @Test
    void a_create_of_somebody_who_is_there_is_refused_adopts_or_revives() {
        Scim scim = stage.scim();
        int invited = stage.control.applied("inviteUser");
        Reply found = scim.find("roles.value eq \"DEVELOPER\"");
        String stranger = found.body().at("/Resources/0/userName").asText();
        Reply adopted = scim.create(Cast.plain(stranger));
        assertThat(adopted.status()).isEqualTo(201);
        assertThat(adopted.id()).isEqualTo(found.body().at("/Resources/0/id").asText());
        assertThat(adopted.role()).isEqualTo("DEVELOPER");
        assertThat(scim.create(Cast.plain(stranger)).status()).isEqualTo(409);

        Reply live = scim.create(Cast.okta("live@acme.io"));
        Reply again = scim.create(Cast.okta("live@acme.io"));
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.body().path("scimType").asText()).isEqualTo("uniqueness");
        assertThat(scim.delete(live.id()).status()).isEqualTo(204);
        Reply revived = scim.create(Cast.okta("live@acme.io"));
        assertThat(revived.status()).isEqualTo(201);
        assertThat(revived.id()).isEqualTo(live.id());
        assertThat(stage.control.applied("inviteUser")).isEqualTo(invited + 1);
    }

    @Test
    void names_are_compared_without_case_and_given_back_as_sent() {
        Scim scim = stage.scim();
        String id = scim.create(Cast.okta("Case.Sensitive@Acme.io")).id();
        assertThat(scim.create(Cast.okta("cASE.sENSITIVE@aCME.IO")).status()).isEqualTo(409);
        Reply found = scim.named("CASE.SENSITIVE@ACME.IO");
        assertThat(found.id()).isEqualTo(id);
        assertThat(found.body().path("userName").asText()).isEqualTo("Case.Sensitive@Acme.io");
    }

    @Test
    void the_excess_of_leavers_is_held_and_told_and_single_ones_pass() {
        List<String> members = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            members.add(stage.member("leaver-" + i + "@acme.io", "BUSINESS"));
        }
        List<Reply> told = members.stream()
                .map(id -> stage.scim().patch(id, Cast.OKTA_DEACTIVATE))
                .toList();
        assertThat(told).extracting(Reply::status).containsExactly(200, 200, 200, 429, 429, 429);
        Reply held = told.get(5);
        assertThat(held.headers().firstValue("retry-after"))
                .hasValueSatisfying(wait -> assertThat(wait).matches("[1-9][0-9]*"));
        assertThat(held.detail()).contains("deactivated");
        Reply shown = stage.scim().user(members.get(5));
        assertThat(shown.active()).isTrue();
        assertThat(shown.state()).isEqualTo("held");
        assertThat(stage.scim().user(members.get(0)).active()).isFalse();
    }
}
