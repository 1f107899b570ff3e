package dev.scimbridge.http.scim.bulk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.scimbridge.scim.Message;
import dev.scimbridge.scim.ScimProblem;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of a bulk request (RFC 7644 3.7). Not the SDK's model: one bad operation must not spoil the others.
 *
 * @param operations as they were said, whatever is wrong with them
 * @param failOnErrors after so many errors nothing more is done
 */
public record BulkRequest(List<Operation> operations, int failOnErrors) {
    public static final int MOST_OPERATIONS = 1000;

    public BulkRequest {
        operations = List.copyOf(operations);
    }

    /** 400 for what is no bulk request; 413 for one that is too long. */
    public static BulkRequest of(ObjectNode body) {
        Message.require("BulkRequest", body);
        JsonNode said = Message.find(body, "Operations");
        if (said == null || !said.isArray()) {
            throw ScimProblem.invalidSyntax("Operations must be a list.");
        }
        if (said.size() > MOST_OPERATIONS) {
            throw ScimProblem.tooLarge(
                    "a bulk request may have at most " + MOST_OPERATIONS + " operations, and not " + said.size());
        }
        List<Operation> operations = new ArrayList<>();
        said.forEach(each -> operations.add(Operation.of(each)));
        return new BulkRequest(operations, failOnErrors(Message.find(body, "failOnErrors")));
    }

    /** Zero is what clients send that have no other way to say nothing. */
    private static int failOnErrors(@Nullable JsonNode said) {
        if (said == null || said.isNull()) {
            return Integer.MAX_VALUE;
        }
        if (!said.isIntegralNumber() || said.bigIntegerValue().signum() < 0) {
            throw ScimProblem.invalidValue("failOnErrors must be a number of errors.");
        }
        int number = said.bigIntegerValue()
                .min(BigInteger.valueOf(Integer.MAX_VALUE))
                .intValueExact();
        return number == 0 ? Integer.MAX_VALUE : number;
    }
}
