package dev.scimbridge.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.captaingoldfish.scim.sdk.client.response.ServerResponse;
import de.captaingoldfish.scim.sdk.common.constants.enums.Comparator;
import de.captaingoldfish.scim.sdk.common.constants.enums.PatchOp;
import de.captaingoldfish.scim.sdk.common.resources.Group;
import de.captaingoldfish.scim.sdk.common.resources.User;
import de.captaingoldfish.scim.sdk.common.resources.multicomplex.Member;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Captain P. Goldfish's client keeps groups. */
abstract class GoldfishGroups {
    private final Goldfish client;

    GoldfishGroups(Goldfish client) {
        this.client = client;
    }

    private String person(String userName) {
        User user = Goldfish.read(Cast.okta(userName), User.class);
        return client.taken(client.requests()
                        .create(User.class, "/Users")
                        .setResource(user)
                        .sendRequest())
                .getId()
                .orElseThrow();
    }

    private static Member member(String id) {
        return Member.builder().value(id).build();
    }

    private ServerResponse<Group> create(String name, String... members) {
        Group group = Group.builder()
                .displayName(name)
                .members(List.of(members).stream().map(GoldfishGroups::member).toList())
                .build();
        return client.requests()
                .create(Group.class, "/Groups")
                .setResource(group)
                .sendRequest();
    }

    private String created(String name, String... members) {
        return client.taken(create(name, members)).getId().orElseThrow();
    }

    private Group get(String id) {
        return client.taken(client.requests().get(Group.class, "/Groups", id).sendRequest());
    }

    private List<String> members(String id) {
        return get(id).getMembers().stream()
                .map(member -> member.getValue().orElseThrow())
                .toList();
    }

    private void patch(String id, PatchOp op, String path, JsonNode value) {
        ServerResponse<Group> answer = client.requests()
                .patch(Group.class, "/Groups", id)
                .addOperation()
                .op(op)
                .path(path)
                .valueNode(value)
                .build()
                .sendRequest();
        client.taken(answer);
    }

    @Test
    void goldfish_creates_a_group_with_a_member() {
        String ann = person("ann@gold-create.acme.io");
        Group group = client.taken(create("Gold Create", ann));
        assertThat(group.getDisplayName()).hasValue("Gold Create");
        assertThat(group.getMembers()).singleElement().satisfies(member -> {
            assertThat(member.getValue()).hasValue(ann);
            assertThat(member.getType()).hasValue("User");
            assertThat(member.getRef().orElseThrow()).endsWith("/Users/" + ann);
        });
        User user =
                client.taken(client.requests().get(User.class, "/Users", ann).sendRequest());
        assertThat(user.getGroups())
                .singleElement()
                .satisfies(one -> assertThat(one.getValue()).isEqualTo(group.getId()));
    }

    @Test
    void goldfish_is_told_of_a_group_of_the_same_name() {
        created("Gold Twice");
        ServerResponse<Group> told = create("gold TWICE");
        assertThat(told.isSuccess()).isFalse();
        assertThat(told.getErrorResponse().getStatus()).isEqualTo(409);
        assertThat(told.getErrorResponse().getScimType()).hasValue("uniqueness");
    }

    @Test
    void goldfish_searches_groups() {
        String group = created("Gold Search");
        assertThat(client.page(client.requests()
                        .list(Group.class, "/Groups")
                        .filter("displayName", Comparator.EQ, "gold search")
                        .build()))
                .singleElement()
                .satisfies(one -> assertThat(one.getId()).hasValue(group));
    }

    @Test
    void goldfish_patches_members() {
        String ann = person("ann@gold-patch.acme.io");
        String ben = person("ben@gold-patch.acme.io");
        String group = created("Gold Patch", ann);
        patch(group, PatchOp.ADD, "members", member(ben));
        assertThat(members(group)).containsExactlyInAnyOrder(ann, ben);
        patch(group, PatchOp.REMOVE, "members[value eq \"" + ann + "\"]", null);
        assertThat(members(group)).containsExactly(ben);
    }

    @Test
    void goldfish_replaces_a_group() {
        String ann = person("ann@gold-replace.acme.io");
        String ben = person("ben@gold-replace.acme.io");
        Group group = get(created("Gold Replace", ann));
        group.setDisplayName("Gold Replaced");
        group.setMembers(List.of(member(ben)));
        Group replaced = client.taken(client.requests()
                .update(Group.class, "/Groups", group.getId().orElseThrow())
                .setResource(group)
                .sendRequest());
        assertThat(replaced.getDisplayName()).hasValue("Gold Replaced");
        assertThat(members(group.getId().orElseThrow())).containsExactly(ben);
    }

    @Test
    void goldfish_deletes_a_group() {
        String ann = person("ann@gold-delete.acme.io");
        String group = created("Gold Delete", ann);
        assertThat(client.requests()
                        .delete(Group.class, "/Groups", group)
                        .sendRequest()
                        .getHttpStatus())
                .isEqualTo(204);
        ServerResponse<Group> told =
                client.requests().get(Group.class, "/Groups", group).sendRequest();
        assertThat(told.getHttpStatus()).isEqualTo(404);
        User left =
                client.taken(client.requests().get(User.class, "/Users", ann).sendRequest());
        assertThat(left.getGroups()).isEmpty();
    }

    @Test
    void goldfish_discovers_groups() {
        assertThat(client.declared().getResourceTypes())
                .filteredOn(type -> type.getName().equals("Group"))
                .singleElement()
                .satisfies(type -> assertThat(type.getEndpoint()).isEqualTo("/Groups"));
    }
}
