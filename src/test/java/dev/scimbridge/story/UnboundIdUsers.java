package dev.scimbridge.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.unboundid.scim2.client.ScimService;
import com.unboundid.scim2.common.exceptions.NotModifiedException;
import com.unboundid.scim2.common.exceptions.PreconditionFailedException;
import com.unboundid.scim2.common.exceptions.ResourceConflictException;
import com.unboundid.scim2.common.exceptions.ResourceNotFoundException;
import com.unboundid.scim2.common.exceptions.ScimException;
import com.unboundid.scim2.common.filters.Filter;
import com.unboundid.scim2.common.messages.ListResponse;
import com.unboundid.scim2.common.messages.SortOrder;
import com.unboundid.scim2.common.types.PhoneNumber;
import com.unboundid.scim2.common.types.UserResource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** UnboundID's client leads people through their lives. */
abstract class UnboundIdUsers {
    private static final int PAGE = 5;

    private final Stage stage;
    private final ScimService scim;

    UnboundIdUsers(Stage stage, UnboundId client) {
        this.stage = stage;
        this.scim = client.service();
    }

    private UserResource created(String userName) throws ScimException {
        return scim.create("Users", UnboundId.read(Cast.okta(userName), UserResource.class));
    }

    @Test
    void unboundid_creates() throws ScimException {
        UserResource user = created("Unbound.Create@acme.io");
        assertThat(user.getId()).isNotEmpty();
        assertThat(user.getUserName()).isEqualTo("Unbound.Create@acme.io");
        assertThat(user.getName().getFamilyName()).isEqualTo("User");
        assertThat(user.getEmails())
                .singleElement()
                .satisfies(email -> assertThat(email.getPrimary()).isTrue());
        assertThat(user.getActive()).isTrue();
        assertThat(user.getExternalId()).isEqualTo("00ujl29u0le5T6Aj10h7");
        assertThat(user.getMeta().getLocation()).hasToString(stage.bridge.base() + "/Users/" + user.getId());
        assertThat(user.getMeta().getCreated()).isNotNull();
        assertThat(user.getMeta().getVersion()).isNotEmpty();
    }

    @Test
    void unboundid_is_told_of_a_name_that_is_taken() throws ScimException {
        created("unbound.twice@acme.io");
        assertThatExceptionOfType(ResourceConflictException.class)
                .isThrownBy(() -> created("Unbound.Twice@acme.io"))
                .extracting(told -> told.getScimError().getScimType())
                .isEqualTo("uniqueness");
    }

    @Test
    void unboundid_searches() throws ScimException {
        UserResource user = created("unbound.search@acme.io");
        ListResponse<UserResource> found = scim.searchRequest("Users")
                .filter(Filter.and(Filter.eq("userName", "UNBOUND.SEARCH@acme.io"), Filter.eq("active", true)))
                .invoke(UserResource.class);
        assertThat(found.getTotalResults()).isEqualTo(1);
        assertThat(found).extracting(UserResource::getId).containsExactly(user.getId());
        assertThat(scim.search("Users", Filter.eq("userName", "nobody@acme.io").toString(), UserResource.class))
                .isEmpty();
    }

    @Test
    void unboundid_searches_by_post() throws ScimException {
        created("ann@unbound-post.acme.io");
        created("ben@unbound-post.acme.io");
        ListResponse<UserResource> found = scim.searchRequest("Users")
                .filter(Filter.ew("userName", "@unbound-post.acme.io"))
                .sort("userName", SortOrder.DESCENDING)
                .attributes("userName", "name.givenName")
                .page(1, 1)
                .invokePost(UserResource.class);
        assertThat(found.getTotalResults()).isEqualTo(2);
        assertThat(found.getItemsPerPage()).isEqualTo(1);
        assertThat(found).singleElement().satisfies(user -> {
            assertThat(user.getUserName()).isEqualTo("ben@unbound-post.acme.io");
            assertThat(user.getName().getGivenName()).isEqualTo("Tess");
            assertThat(user.getActive()).isNull();
        });
    }

    @Test
    void unboundid_gets() throws ScimException {
        UserResource user = created("unbound.get@acme.io");
        UserResource whole = scim.retrieve("Users", user.getId(), UserResource.class);
        assertThat(whole.getUserName()).isEqualTo("unbound.get@acme.io");
        assertThat(whole.getLocale()).isEqualTo("en-US");
        UserResource part = scim.retrieveRequest("Users", user.getId())
                .attributes("name.givenName")
                .invoke(UserResource.class);
        assertThat(part.getId()).isEqualTo(user.getId());
        assertThat(part.getName().getGivenName()).isEqualTo("Tess");
        assertThat(part.getName().getFamilyName()).isNull();
        assertThat(part.getUserName()).isNull();
    }

    @Test
    void unboundid_patches() throws ScimException {
        UserResource user = created("unbound.patch@acme.io");
        UserResource patched = scim.modifyRequest("Users", user.getId())
                .replaceValue("title", "Dr")
                .replaceValue("name.givenName", "Theresa")
                .addValues("phoneNumbers", new PhoneNumber().setValue("+1 555").setType("work"))
                .removeValues("locale")
                .invoke(UserResource.class);
        assertThat(patched.getTitle()).isEqualTo("Dr");
        assertThat(patched.getName().getGivenName()).isEqualTo("Theresa");
        assertThat(patched.getName().getFamilyName()).isEqualTo("User");
        assertThat(patched.getPhoneNumbers())
                .singleElement()
                .extracting(PhoneNumber::getValue)
                .isEqualTo("+1 555");
        assertThat(patched.getLocale()).isNull();
    }

    @Test
    void unboundid_replaces() throws ScimException {
        UserResource user = created("unbound.replace@acme.io");
        UserResource replaced = scim.replace(scim.retrieve(user).setTitle("Dr").setLocale(null));
        assertThat(replaced.getId()).isEqualTo(user.getId());
        assertThat(replaced.getTitle()).isEqualTo("Dr");
        assertThat(replaced.getLocale()).isNull();
        assertThat(replaced.getMeta().getCreated()).isEqualTo(user.getMeta().getCreated());
    }

    @Test
    void unboundid_is_told_of_versions() throws ScimException {
        UserResource user = created("unbound.versions@acme.io");
        stage.untilListed(user.getId());
        UserResource known = scim.retrieve(user);
        assertThatExceptionOfType(NotModifiedException.class)
                .isThrownBy(() -> scim.retrieveRequest(known).ifNoneMatch().invoke());
        scim.modifyRequest(known).ifMatch().replaceValue("title", "Dr").invoke();
        assertThatExceptionOfType(PreconditionFailedException.class)
                .isThrownBy(() -> scim.modifyRequest(known)
                        .ifMatch()
                        .replaceValue("title", "Prof")
                        .invoke());
    }

    @Test
    void unboundid_lists_by_pages() throws ScimException {
        List<String> names = new ArrayList<>();
        int total;
        do {
            ListResponse<UserResource> page = scim.searchRequest("Users")
                    .page(names.size() + 1, PAGE)
                    .sort("userName", SortOrder.DESCENDING)
                    .invoke(UserResource.class);
            assertThat(page.getStartIndex()).isEqualTo(names.size() + 1);
            assertThat(page.getItemsPerPage())
                    .isEqualTo(page.getResources().size())
                    .isPositive();
            page.forEach(user -> names.add(user.getUserName()));
            total = page.getTotalResults();
        } while (names.size() < total);
        assertThat(names).hasSizeGreaterThan(PAGE).doesNotHaveDuplicates();
        assertThat(names).isSortedAccordingTo(String.CASE_INSENSITIVE_ORDER.reversed());
    }

    @Test
    void unboundid_deletes() throws ScimException {
        UserResource user = created("unbound.delete@acme.io");
        scim.delete(user);
        assertThatExceptionOfType(ResourceNotFoundException.class)
                .isThrownBy(() -> scim.retrieve(user))
                .extracting(told -> told.getScimError().getStatus())
                .isEqualTo(404);
        assertThatExceptionOfType(ResourceNotFoundException.class).isThrownBy(() -> scim.delete(user));
    }

    @Test
    void unboundid_discovers() throws ScimException {
        assertThat(scim.getServiceProviderConfig().getPatch().isSupported()).isTrue();
        assertThat(scim.getServiceProviderConfig().getFilter().getMaxResults()).isPositive();
        assertThat(scim.getResourceTypes())
                .filteredOn(type -> "User".equals(type.getName()))
                .singleElement()
                .satisfies(type -> assertThat(type.getEndpoint()).hasToString("/Users"));
        String urn = scim.getResourceType("User").getSchema().toString();
        assertThat(scim.getSchemas()).extracting(schema -> schema.getId()).contains(urn);
        assertThat(scim.getSchema(urn).getAttributes())
                .extracting(attribute -> attribute.getName())
                .contains("userName", "emails", "roles");
    }
}
