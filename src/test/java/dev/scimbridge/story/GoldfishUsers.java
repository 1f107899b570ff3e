package dev.scimbridge.story;

import static org.assertj.core.api.Assertions.assertThat;

import de.captaingoldfish.scim.sdk.client.builder.ListBuilder;
import de.captaingoldfish.scim.sdk.client.response.ServerResponse;
import de.captaingoldfish.scim.sdk.common.constants.enums.Comparator;
import de.captaingoldfish.scim.sdk.common.constants.enums.PatchOp;
import de.captaingoldfish.scim.sdk.common.resources.User;
import de.captaingoldfish.scim.sdk.common.utils.JsonHelper;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Captain P. Goldfish's client leads people through their lives. */
abstract class GoldfishUsers {
    private static final int PAGE = 5;

    private final Stage stage;
    private final Goldfish client;

    GoldfishUsers(Stage stage, Goldfish client) {
        this.stage = stage;
        this.client = client;
    }

    private User created(String userName) {
        return client.taken(create(userName));
    }

    private ServerResponse<User> create(String userName) {
        User user = Goldfish.read(Cast.okta(userName), User.class);
        return client.requests().create(User.class, "/Users").setResource(user).sendRequest();
    }

    private ListBuilder<User> users() {
        return client.requests().list(User.class, "/Users");
    }

    private ServerResponse<User> get(String id) {
        return client.requests().get(User.class, "/Users", id).sendRequest();
    }

    @Test
    void goldfish_creates() {
        User user = created("Gold.Create@acme.io");
        assertThat(user.getUserName()).hasValue("Gold.Create@acme.io");
        assertThat(user.getName().orElseThrow().getGivenName()).hasValue("Tess");
        assertThat(user.getEmails())
                .singleElement()
                .satisfies(email -> assertThat(email.isPrimary()).isTrue());
        assertThat(user.isActive()).hasValue(true);
        assertThat(user.getExternalId()).hasValue("00ujl29u0le5T6Aj10h7");
        assertThat(user.getPassword()).isEmpty();
        assertThat(user.getMeta().orElseThrow().getLocation())
                .hasValue(stage.bridge.base() + "/Users/" + user.getId().orElseThrow());
        assertThat(user.getMeta().orElseThrow().getCreated()).isPresent();
    }

    @Test
    void goldfish_is_told_of_a_name_that_is_taken() {
        created("gold.twice@acme.io");
        ServerResponse<User> told = create("Gold.Twice@acme.io");
        assertThat(told.isSuccess()).isFalse();
        assertThat(told.isValidScimResponse()).isTrue();
        assertThat(told.getErrorResponse().getStatus()).isEqualTo(409);
        assertThat(told.getErrorResponse().getScimType()).hasValue("uniqueness");
        assertThat(told.getErrorResponse().getDetail()).isPresent();
    }

    @Test
    void goldfish_searches() {
        User user = created("gold.search@acme.io");
        assertThat(client.page(users().filter("userName", Comparator.EQ, "GOLD.search@acme.io")
                        .and("emails.type", Comparator.EQ, "work")
                        .build()))
                .singleElement()
                .extracting(User::getId)
                .isEqualTo(user.getId());
        assertThat(client.page(users().filter("userName", Comparator.EQ, "nobody@acme.io")
                        .build()))
                .isEmpty();
    }

    /** It writes the numbers of a search as text. */
    @Test
    void goldfish_searches_by_post() {
        created("ann@gold-post.acme.io");
        created("ben@gold-post.acme.io");
        assertThat(client.pagePosted(users().filter("userName", Comparator.EW, "@gold-post.acme.io")
                        .build()
                        .sortBy("userName")
                        .startIndex(2)
                        .count(1)))
                .singleElement()
                .satisfies(user -> assertThat(user.getUserName()).hasValue("ben@gold-post.acme.io"));
    }

    @Test
    void goldfish_gets() {
        String id = created("gold.get@acme.io").getId().orElseThrow();
        User user = client.taken(get(id));
        assertThat(user.getId()).hasValue(id);
        assertThat(user.getUserName()).hasValue("gold.get@acme.io");
        assertThat(user.getLocale()).hasValue("en-US");
        assertThat(user.getMeta().orElseThrow().getVersion()).isPresent();
    }

    @Test
    void goldfish_patches() {
        String id = created("gold.patch@acme.io").getId().orElseThrow();
        User patched = client.taken(client.requests()
                .patch(User.class, "/Users", id)
                .addOperation()
                .op(PatchOp.REPLACE)
                .path("name.givenName")
                .value("Theresa")
                .next()
                .op(PatchOp.ADD)
                .path("phoneNumbers")
                .valueNode(JsonHelper.readJsonDocument("{\"value\":\"+1 555\",\"type\":\"work\"}"))
                .next()
                .op(PatchOp.REMOVE)
                .path("locale")
                .build()
                .sendRequest());
        assertThat(patched.getName().orElseThrow().getGivenName()).hasValue("Theresa");
        assertThat(patched.getName().orElseThrow().getFamilyName()).hasValue("User");
        assertThat(patched.getPhoneNumbers())
                .singleElement()
                .satisfies(number -> assertThat(number.getValue()).hasValue("+1 555"));
        assertThat(patched.getLocale()).isEmpty();
    }

    @Test
    void goldfish_replaces() {
        User user = created("gold.replace@acme.io");
        String id = user.getId().orElseThrow();
        user.setTitle("Dr");
        user.setLocale(null);
        User replaced = client.taken(client.requests()
                .update(User.class, "/Users", id)
                .setResource(user)
                .sendRequest());
        assertThat(replaced.getId()).hasValue(id);
        assertThat(replaced.getTitle()).hasValue("Dr");
        assertThat(replaced.getLocale()).isEmpty();
    }

    @Test
    void goldfish_is_told_of_versions() {
        String id = created("gold.versions@acme.io").getId().orElseThrow();
        stage.untilListed(id);
        String known = get(id).getHttpHeaders().get("ETag");
        ServerResponse<User> unchanged = client.requests()
                .get(User.class, "/Users", id)
                .setETagForIfNoneMatch(known)
                .sendRequest();
        assertThat(unchanged.getHttpStatus()).isEqualTo(304);
        // Its PATCH forgets the tag.
        ServerResponse<User> stale = client.requests()
                .update(User.class, "/Users", id)
                .setETagForIfMatch("W/\"999\"")
                .setResource(client.taken(get(id)))
                .sendRequest();
        assertThat(stale.getHttpStatus()).isEqualTo(412);
    }

    @Test
    void goldfish_lists_by_pages() {
        List<String> names = new ArrayList<>();
        List<User> page;
        do {
            page = client.page(users().startIndex(names.size() + 1L).count(PAGE).sortBy("userName"));
            page.forEach(user -> names.add(user.getUserName().orElseThrow()));
            assertThat(names).doesNotHaveDuplicates();
        } while (page.size() == PAGE);
        assertThat(names).hasSizeGreaterThan(PAGE);
        assertThat(names).isSortedAccordingTo(String.CASE_INSENSITIVE_ORDER);
        var all = users().get().getAll().getResource();
        assertThat(all.getTotalResults()).isEqualTo(names.size());
    }

    @Test
    void goldfish_deletes() {
        String id = created("gold.delete@acme.io").getId().orElseThrow();
        ServerResponse<User> gone =
                client.requests().delete(User.class, "/Users", id).sendRequest();
        assertThat(gone.isSuccess()).isTrue();
        assertThat(gone.getHttpStatus()).isEqualTo(204);
        ServerResponse<User> told = get(id);
        assertThat(told.getHttpStatus()).isEqualTo(404);
    }

    @Test
    void goldfish_discovers() {
        assertThat(client.declared().getServiceProvider().getPatchConfig().isSupported())
                .isTrue();
        assertThat(client.declared().getServiceProvider().getAuthenticationSchemes())
                .isNotEmpty();
        assertThat(client.declared().getResourceTypes())
                .filteredOn(type -> type.getName().equals("User"))
                .singleElement()
                .satisfies(type -> assertThat(type.getEndpoint()).isEqualTo("/Users"));
        assertThat(client.declared().getSchemas())
                .flatExtracting(schema -> schema.getAttributes())
                .extracting(attribute -> attribute.getName())
                .contains("userName", "emails", "roles", "department", "state");
    }
}
