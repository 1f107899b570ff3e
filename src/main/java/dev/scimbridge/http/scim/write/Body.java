package dev.scimbridge.http.scim.write;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.scimbridge.scim.Json;
import dev.scimbridge.scim.ScimProblem;
import java.io.IOException;
import java.io.InputStream;

/** The body of a request. */
public final class Body {
    /** In bytes. */
    public static final int LARGEST = 1 << 20;

    private Body() {}

    /** As one JSON object; throws 400 or 413. */
    public static ObjectNode json(InputStream stream) {
        try {
            byte[] bytes = stream.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw ScimProblem.tooLarge("a body may have at most " + LARGEST + " bytes");
            }
            return Json.read(bytes, LARGEST);
        } catch (IOException e) {
            throw ScimProblem.invalidSyntax("the body did not arrive whole");
        }
    }
}
