package dev.scimbridge.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.captaingoldfish.scim.sdk.common.constants.enums.Comparator;
import de.captaingoldfish.scim.sdk.common.constants.enums.HttpMethod;
import de.captaingoldfish.scim.sdk.common.resources.Group;
import de.captaingoldfish.scim.sdk.common.resources.User;
import de.captaingoldfish.scim.sdk.common.resources.multicomplex.Member;
import de.captaingoldfish.scim.sdk.common.response.BulkResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Captain P. Goldfish's client sends many writes at once. */
abstract class GoldfishBulk {
    private final Goldfish client;

    GoldfishBulk(Goldfish client) {
        this.client = client;
    }

    private static User person(String userName) {
        return Goldfish.read(Cast.okta(userName), User.class);
    }

    private String created(String userName) {
        return client.taken(client.requests()
                        .create(User.class, "/Users")
                        .setResource(person(userName))
                        .sendRequest())
                .getId()
                .orElseThrow();
    }

    private List<User> found(String userName) {
        return client.page(client.requests()
                .list(User.class, "/Users")
                .filter("userName", Comparator.EQ, userName)
                .build());
    }

    @Test
    void goldfish_creates_a_person_and_a_group_with_that_person_at_once() {
        JsonNode group = Group.builder()
                .displayName("Gold Bulk")
                .members(List.of(Member.builder().value("bulkId:ann").build()))
                .build();
        BulkResponse done = Goldfish.succeeded(client.requests()
                .bulk()
                .bulkRequestOperation("/Groups")
                .method(HttpMethod.POST)
                .bulkId("group")
                .data(group)
                .next()
                .bulkRequestOperation("/Users")
                .method(HttpMethod.POST)
                .bulkId("ann")
                .data(person("ann@gold-bulk.acme.io"))
                .sendRequest());
        assertThat(done.getFailedOperations()).isEmpty();
        assertThat(done.getByBulkId("group").orElseThrow().getStatus()).isEqualTo(201);
        assertThat(done.getByBulkId("ann").orElseThrow().getLocation()).isPresent();
        assertThat(found("ann@gold-bulk.acme.io"))
                .singleElement()
                .satisfies(user -> assertThat(user.getGroups())
                        .extracting(each -> each.getDisplay().orElseThrow())
                        .containsExactly("Gold Bulk"));
    }

    @Test
    void goldfish_is_told_of_each_write_by_itself() {
        String ann = created("ann@gold-each.acme.io");
        BulkResponse done = Goldfish.succeeded(client.requests()
                .bulk()
                .bulkRequestOperation("/Users")
                .method(HttpMethod.POST)
                .bulkId("again")
                .data(person("ANN@gold-each.acme.io"))
                .next()
                .bulkRequestOperation("/Users/" + ann)
                .method(HttpMethod.DELETE)
                .sendRequest());
        assertThat(done.getByBulkId("again").orElseThrow().getStatus()).isEqualTo(409);
        assertThat(done.getSuccessfulOperations(HttpMethod.DELETE)).hasSize(1);
        assertThat(found("ann@gold-each.acme.io")).isEmpty();
    }

    @Test
    void goldfish_discovers_bulk() {
        assertThat(client.declared().getServiceProvider().getBulkConfig().isSupported())
                .isTrue();
        assertThat(client.declared().getServiceProvider().getBulkConfig().getMaxOperations())
                .isPositive();
    }
}
