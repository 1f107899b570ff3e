package dev.scimbridge.http.scim.bulk;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.scimbridge.scim.Json;
import java.util.List;

/** The body of the answer to a bulk request (RFC 7644 3.7.3). */
public final class BulkResponse {
    private BulkResponse() {}

    /** The address of the service ends with a slash. */
    public static byte[] bytes(List<Result> results, String base) {
        ObjectNode body = Json.object();
        body.putArray("schemas").add("urn:ietf:params:scim:api:messages:2.0:BulkResponse");
        ArrayNode operations = body.putArray("Operations");
        results.forEach(each -> operations.add(each.json(base)));
        return Json.bytes(body);
    }
}
