package dev.scimbridge.http.scim.bulk;

import dev.scimbridge.scim.Samples;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Bulk requests as tests write them: with single quotes. */
final class Written {
    private Written() {}

    static BulkRequest bulk(String... operations) {
        return bulk(0, List.of(operations));
    }

    static BulkRequest bulk(int failOnErrors, List<String> operations) {
        return BulkRequest.of(Samples.json("{'schemas':['urn:ietf:params:scim:api:messages:2.0:BulkRequest'],"
                + "'failOnErrors':" + failOnErrors + ",'Operations':[" + String.join(",", operations) + "]}"));
    }

    static Operation operation(String json) {
        return bulk(json).operations().get(0);
    }

    /** A group of that name for the request, with members that the request creates too. */
    static String post(String bulkId, String... members) {
        return "{'method':'POST','path':'/Groups','bulkId':'" + bulkId + "','data':{'members':" + listed(members)
                + "}}";
    }

    /** Adds members that the request creates. */
    static String patch(String path, String... members) {
        return "{'method':'PATCH','path':'" + path + "','data':{'Operations':[{'op':'add','path':'members','value':"
                + listed(members) + "}]}}";
    }

    private static String listed(String... members) {
        return Stream.of(members)
                .map(each -> "{'value':'bulkId:" + each + "'}")
                .collect(Collectors.joining(",", "[", "]"));
    }
}
