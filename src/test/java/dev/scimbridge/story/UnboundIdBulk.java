package dev.scimbridge.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.unboundid.scim2.client.ScimService;
import com.unboundid.scim2.common.bulk.BulkOperation;
import com.unboundid.scim2.common.bulk.BulkOperationResult;
import com.unboundid.scim2.common.bulk.BulkResponse;
import com.unboundid.scim2.common.exceptions.ScimException;
import com.unboundid.scim2.common.messages.PatchOperation;
import com.unboundid.scim2.common.types.GroupResource;
import com.unboundid.scim2.common.types.Member;
import com.unboundid.scim2.common.types.UserResource;
import java.util.List;
import org.junit.jupiter.api.Test;

/** UnboundID's client sends many writes at once. */
abstract class UnboundIdBulk {
    private final ScimService scim;

    UnboundIdBulk(UnboundId client) {
        this.scim = client.service();
    }

    private static UserResource person(String userName) {
        return UnboundId.read(Cast.okta(userName), UserResource.class);
    }

    @Test
    void unboundid_creates_a_person_and_a_group_with_that_person_at_once() throws ScimException {
        BulkResponse done = scim.bulkRequest()
                .append(
                        BulkOperation.post(
                                        "/Groups",
                                        new GroupResource()
                                                .setDisplayName("Unbound Bulk")
                                                .setMembers(List.of(new Member().setValue("bulkId:ann"))))
                                .setBulkId("group"),
                        BulkOperation.post("/Users", person("ann@unbound-bulk.acme.io"))
                                .setBulkId("ann"))
                .invoke();
        assertThat(done.getOperations())
                .extracting(BulkOperationResult::getBulkId, BulkOperationResult::getStatusInt)
                .containsExactlyInAnyOrder(tuple("group", 201), tuple("ann", 201));
        assertThat(done.getOperations())
                .allSatisfy(each -> assertThat(each.getLocation()).isNotEmpty());
        UserResource ann = scim.search("Users", "userName eq \"ann@unbound-bulk.acme.io\"", UserResource.class)
                .getResources()
                .get(0);
        assertThat(ann.getGroups())
                .singleElement()
                .satisfies(group -> assertThat(group.getDisplay()).isEqualTo("Unbound Bulk"));
    }

    @Test
    void unboundid_is_told_of_each_write_by_itself() throws ScimException {
        UserResource ann = scim.create("Users", person("ann@unbound-each.acme.io"));
        BulkResponse done = scim.bulkRequest()
                .append(
                        BulkOperation.patch("/Users/" + ann.getId(), PatchOperation.replace("title", "Dr")),
                        BulkOperation.post("/Users", person("ANN@unbound-each.acme.io"))
                                .setBulkId("again"),
                        BulkOperation.delete("/Users/" + ann.getId()))
                .invoke();
        assertThat(done.getOperations())
                .extracting(BulkOperationResult::getStatusInt)
                .containsExactly(200, 409, 204);
        assertThat(done.getOperations().get(1).getResponse().path("scimType").asText())
                .isEqualTo("uniqueness");
        assertThat(scim.search("Users", "userName eq \"ann@unbound-each.acme.io\"", UserResource.class))
                .isEmpty();
    }

    @Test
    void unboundid_discovers_bulk() throws ScimException {
        assertThat(scim.getServiceProviderConfig().getBulk().isSupported()).isTrue();
        assertThat(scim.getServiceProviderConfig().getBulk().getMaxOperations()).isPositive();
        assertThat(scim.getServiceProviderConfig().getBulk().getMaxPayloadSize())
                .isPositive();
    }
}
