package dev.scimbridge.scim;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;

/** Documents and bodies as tests write them: with single quotes, and {@code E:} and {@code B:} for the extensions. */
public final class Samples {
    private Samples() {}

    public static ObjectNode json(String text) {
        String full = text.replace('\'', '"')
                .replace("E:", ResourceSchema.ENTERPRISE_USER + ":")
                .replace("B:", ResourceSchema.BRIDGE_USER + ":")
                .replace("\"E\"", "\"" + ResourceSchema.ENTERPRISE_USER + "\"")
                .replace("\"B\"", "\"" + ResourceSchema.BRIDGE_USER + "\"");
        return Json.read(full.getBytes(StandardCharsets.UTF_8), 10_000_000);
    }

    public static Document user(String text) {
        return Document.of(json(text), ResourceSchema.USER);
    }

    public static Document group(String text) {
        return Document.of(json(text), ResourceSchema.GROUP);
    }

    public static Patch patch(String operations, ResourceSchema schema) {
        return Patch.of(
                json("{'schemas':['urn:ietf:params:scim:api:messages:2.0:PatchOp'],'Operations':[" + operations + "]}"),
                schema);
    }

    /** A user after operations. */
    public static Document patched(Document user, String operations) {
        return patch(operations, ResourceSchema.USER).apply(user);
    }

    /** A full user, as validators make them. */
    public static final Document BARBARA = user("""
            {'userName':'bjensen@example.com','externalId':'00uAbC','active':true,'title':'Tour Guide',
             'name':{'givenName':'Barbara','familyName':'Jensen'},'nickName':'Babs',
             'emails':[{'value':'bjensen@example.com','type':'work','primary':true},{'value':'babs@home.org','type':'home'}],
             'roles':[{'value':'ADMIN','primary':true},{'value':'Reader','display':'Can read'}],
             'addresses':[{'type':'work','locality':'Hollywood','country':'USA'}],
             'E':{'department':'Tours','manager':{'value':'m1','$ref':'../Users/m1','displayName':'John'}}}""")
            .with("id", "2819c223-7f76-453a-919d-413861904646")
            .with(
                    "meta",
                    Document.EMPTY
                            .with("resourceType", "User")
                            .with("created", "2020-01-23T04:56:22Z")
                            .with("lastModified", "2026-05-13T04:42:34.250Z"));
}
