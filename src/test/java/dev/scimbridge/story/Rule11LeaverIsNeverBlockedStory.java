package dev.scimbridge.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.scimbridge.story.Scim.Reply;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rule 11: a leaver is never blocked by company: whatever else a request says, whoever is to leave leaves. */
class Rule11LeaverIsNeverBlockedStory {
    private static final String BIN = "0a21f0f28d2a4f8ebf987363c4aed4ef";
    private static final Queue<String> MEMBERS = new ArrayDeque<>();
    private static Stage stage;

    @BeforeAll
    static void begin() {
        stage = Stage.with(
                6,
                bridge -> bridge.hasty()
                        .with("SCIM_BRIDGE_RENAME", "refuse")
                        .with("SCIM_BRIDGE_GUARDS_MAX_DEACTIVATIONS", "1000"));
        List<String> names =
                IntStream.range(0, 10).mapToObj(i -> "company" + i + "@acme.io").toList();
        stage.members("BUSINESS", names);
        MEMBERS.addAll(names);
    }

    @AfterAll
    static void end() {
        stage.close();
    }

    /** What would be refused of somebody who stays. */
    static Stream<String> company() {
        return Stream.of(
                "{'op':'replace','path':'roles','value':[{'value':'No such role'}]}",
                "{'op':'replace','path':'userName','value':'someone.else@acme.io'}",
                "{'op':'replace','value':{'roles':[{'value':'No such role'}],'userName':'x@acme.io'}}");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("company")
    void whoever_leaves_in_bad_company_leaves_and_who_stays_in_it_is_refused(String company) {
        String operation = company.replace('\'', '"');
        String stayer = MEMBERS.element();
        String staying = stage.scim().named(stayer).id();
        assertThat(stage.scim().patch(staying, operation).status()).isEqualTo(400);
        assertThat(stage.scim().user(staying).body().path("userName").asText()).isEqualTo(stayer);
        assertThat(stage.scim().user(staying).role()).isEqualTo("BUSINESS");

        for (String both : List.of(operation + "," + Cast.OKTA_DEACTIVATE, Cast.ENTRA_DEACTIVATE + "," + operation)) {
            String leaver = MEMBERS.remove();
            String id = stage.scim().named(leaver).id();
            Reply left = stage.scim().patch(id, both);
            assertThat(left.status()).isEqualTo(200);
            hasLeft(leaver, id);
        }
    }

    @Test
    void also_when_everything_is_said_at_once() {
        String leaver = MEMBERS.remove();
        String id = stage.scim().named(leaver).id();
        String all = Cast.okta("renamed." + leaver, "No such role").replace("\"active\":true", "\"active\":false");
        String unheardOf = all.replace("\"locale\"", "\"shoeSize\":44,\"locale\"");
        assertThat(stage.scim().replace(id, unheardOf).status()).isEqualTo(200);
        hasLeft(leaver, id);
    }

    @Test
    void a_binned_name_changes_no_address_whether_it_comes_before_or_with_the_leaving() {
        String before = MEMBERS.remove();
        String id = stage.scim().named(before).id();
        Reply renamed = stage.scim().patch(id, named(BIN + before));
        assertThat(renamed.status()).isEqualTo(200);
        assertThat(renamed.state()).isEqualTo("settled");
        assertThat(stage.scim().patch(id, Cast.ENTRA_DEACTIVATE).active()).isFalse();
        hasLeft(before, id);
        Reply back = stage.scim().create(Cast.okta(before));
        assertThat(back.status()).isEqualTo(201);
        assertThat(back.id()).isEqualTo(id);

        String with = MEMBERS.remove();
        String other = stage.scim().named(with).id();
        assertThat(stage.scim()
                        .patch(other, named(BIN + with) + "," + Cast.ENTRA_DEACTIVATE)
                        .active())
                .isFalse();
        hasLeft(with, other);
        assertThat(stage.scim().user(other).bridge("workspaceEmail")).isEqualTo(with);
    }

    private static String named(String name) {
        return "{\"op\":\"Replace\",\"path\":\"userName\",\"value\":\"" + name + "\"}";
    }

    private static void hasLeft(String leaver, String id) {
        assertThat(stage.scim().user(id).active()).isFalse();
        stage.untilState(id, "settled");
        assertThat(stage.control.person(leaver).is("disabled")).isTrue();
        assertThat(stage.control.applied("inviteUser", leaver)).isEqualTo(1);
    }
}
