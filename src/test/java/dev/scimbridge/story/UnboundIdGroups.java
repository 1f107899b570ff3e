package dev.scimbridge.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.unboundid.scim2.client.ScimService;
import com.unboundid.scim2.common.exceptions.ResourceConflictException;
import com.unboundid.scim2.common.exceptions.ResourceNotFoundException;
import com.unboundid.scim2.common.exceptions.ScimException;
import com.unboundid.scim2.common.filters.Filter;
import com.unboundid.scim2.common.messages.ListResponse;
import com.unboundid.scim2.common.types.Group;
import com.unboundid.scim2.common.types.GroupResource;
import com.unboundid.scim2.common.types.Member;
import com.unboundid.scim2.common.types.UserResource;
import java.util.List;
import org.junit.jupiter.api.Test;

/** UnboundID's client keeps groups. */
abstract class UnboundIdGroups {
    private final Stage stage;
    private final ScimService scim;

    UnboundIdGroups(Stage stage, UnboundId client) {
        this.stage = stage;
        this.scim = client.service();
    }

    private Member person(String userName) throws ScimException {
        UserResource user = scim.create("Users", UnboundId.read(Cast.okta(userName), UserResource.class));
        return new Member().setValue(user.getId());
    }

    private GroupResource created(String name, Member... members) throws ScimException {
        return scim.create("Groups", new GroupResource().setDisplayName(name).setMembers(List.of(members)));
    }

    private List<String> members(GroupResource group) throws ScimException {
        List<Member> members =
                scim.retrieve("Groups", group.getId(), GroupResource.class).getMembers();
        return members == null
                ? List.of()
                : members.stream().map(Member::getValue).toList();
    }

    @Test
    void unboundid_creates_a_group_with_a_member() throws ScimException {
        Member ann = person("ann@unbound-create.acme.io");
        GroupResource group = created("Unbound Create", ann);
        assertThat(group.getDisplayName()).isEqualTo("Unbound Create");
        assertThat(group.getMeta().getResourceType()).isEqualTo("Group");
        assertThat(group.getMeta().getLocation()).hasToString(stage.bridge.base() + "/Groups/" + group.getId());
        assertThat(group.getMembers()).singleElement().satisfies(member -> {
            assertThat(member.getValue()).isEqualTo(ann.getValue());
            assertThat(member.getType()).isEqualTo("User");
            assertThat(member.getRef()).hasToString(stage.bridge.base() + "/Users/" + ann.getValue());
        });
        assertThat(scim.retrieve("Users", ann.getValue(), UserResource.class).getGroups())
                .singleElement()
                .extracting(Group::getValue)
                .isEqualTo(group.getId());
    }

    @Test
    void unboundid_is_told_of_a_group_of_the_same_name() throws ScimException {
        created("Unbound Twice");
        assertThatExceptionOfType(ResourceConflictException.class)
                .isThrownBy(() -> created("unbound TWICE"))
                .extracting(told -> told.getScimError().getScimType())
                .isEqualTo("uniqueness");
    }

    @Test
    void unboundid_searches_groups() throws ScimException {
        GroupResource group = created("Unbound Search", person("ann@unbound-search.acme.io"));
        ListResponse<GroupResource> found = scim.searchRequest("Groups")
                .filter(Filter.eq("displayName", "unbound search"))
                .excludedAttributes("members")
                .invoke(GroupResource.class);
        assertThat(found.getTotalResults()).isEqualTo(1);
        assertThat(found).singleElement().satisfies(one -> {
            assertThat(one.getId()).isEqualTo(group.getId());
            assertThat(one.getMembers()).isNull();
        });
    }

    @Test
    void unboundid_patches_members() throws ScimException {
        Member ann = person("ann@unbound-patch.acme.io");
        Member ben = person("ben@unbound-patch.acme.io");
        GroupResource group = created("Unbound Patch", ann);
        scim.modifyRequest(group).addValues("members", ben).invoke();
        assertThat(members(group)).containsExactlyInAnyOrder(ann.getValue(), ben.getValue());
        scim.modifyRequest(group)
                .removeValues("members[value eq \"" + ann.getValue() + "\"]")
                .replaceValue("displayName", "Unbound Patched")
                .invoke();
        assertThat(members(group)).containsExactly(ben.getValue());
        assertThat(scim.retrieve(group).getDisplayName()).isEqualTo("Unbound Patched");
    }

    @Test
    void unboundid_replaces_a_group() throws ScimException {
        Member ann = person("ann@unbound-replace.acme.io");
        Member ben = person("ben@unbound-replace.acme.io");
        GroupResource group = created("Unbound Replace", ann);
        GroupResource replaced = scim.replace(
                scim.retrieve(group).setDisplayName("Unbound Replaced").setMembers(List.of(ben)));
        assertThat(replaced.getId()).isEqualTo(group.getId());
        assertThat(replaced.getDisplayName()).isEqualTo("Unbound Replaced");
        assertThat(members(group)).containsExactly(ben.getValue());
    }

    @Test
    void unboundid_deletes_a_group() throws ScimException {
        Member ann = person("ann@unbound-delete.acme.io");
        GroupResource group = created("Unbound Delete", ann);
        scim.delete(group);
        assertThatExceptionOfType(ResourceNotFoundException.class).isThrownBy(() -> scim.retrieve(group));
        UserResource left = scim.retrieve("Users", ann.getValue(), UserResource.class);
        assertThat(left.getActive()).isTrue();
        assertThat(left.getGroups()).isNull();
    }

    @Test
    void unboundid_discovers_groups() throws ScimException {
        assertThat(scim.getResourceType("Group").getEndpoint()).hasToString("/Groups");
        String urn = scim.getResourceType("Group").getSchema().toString();
        assertThat(scim.getSchema(urn).getAttributes())
                .extracting(attribute -> attribute.getName())
                .contains("displayName", "members");
    }
}
