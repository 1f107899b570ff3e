package dev.scimbridge.story;

/** Who appears in the stories, and how each identity provider writes of them. */
public final class Cast {
    public static final String TESS = "Tess.User@acme.io";
    public static final String TESS_FOLDED = "tess.user@acme.io";

    private Cast() {}

    /** Okta's create ({@code POST /Users}). */
    public static String okta(String userName) {
        return """
                {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],
                 "userName":"%1$s","name":{"givenName":"Tess","familyName":"User"},
                 "emails":[{"primary":true,"value":"%1$s","type":"work"}],
                 "displayName":"Tess User","locale":"en-US","externalId":"00ujl29u0le5T6Aj10h7",
                 "groups":[],"password":"1mz050nq","active":true}""".formatted(userName);
    }

    /** Okta's create with a role. */
    public static String okta(String userName, String role) {
        return okta(userName).replace("\"groups\":[]", "\"roles\":[{\"value\":\"" + role + "\"}],\"groups\":[]");
    }

    /** Entra's create of somebody without a role. */
    public static String entra(String userName) {
        return """
                {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User",
                            "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"],
                 "externalId":"0a21f0f2-8d2a-4f8e-bf98-7363c4aed4ef","userName":"%1$s","active":true,
                 "emails":[{"primary":true,"type":"work","value":"%1$s"}],
                 "meta":{"resourceType":"User"},
                 "name":{"formatted":"Tess User","familyName":"User","givenName":"Tess"},
                 "roles":[]}""".formatted(userName);
    }

    /** Entra's create. */
    public static String entra(String userName, String role) {
        return entra(userName)
                .replace(
                        "\"roles\":[]",
                        "\"roles\":[{\"primary\":true,\"type\":\"WindowsAzureActiveDirectoryRole\",\"value\":\"" + role
                                + "\"}]");
    }

    /** Somebody of whom nothing is said but the name. */
    public static String plain(String userName) {
        return "{\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:User\"],\"userName\":\"" + userName + "\"}";
    }

    public static final String OKTA_DEACTIVATE = "{\"op\":\"replace\",\"value\":{\"active\":false}}";
    public static final String OKTA_ACTIVATE = "{\"op\":\"replace\",\"value\":{\"active\":true}}";
    public static final String ENTRA_DEACTIVATE = "{\"op\":\"Replace\",\"path\":\"active\",\"value\":\"False\"}";

    /** Okta's role change. */
    public static String oktaRole(String role) {
        return "{\"op\":\"replace\",\"value\":{\"roles\":[{\"value\":\"" + role + "\",\"primary\":true}]}}";
    }

    /** Entra's role change through a single app role. */
    public static String entraRole(String role) {
        return "{\"op\":\"Replace\",\"path\":\"roles[primary eq \\\"True\\\"].value\",\"value\":\"" + role + "\"}";
    }
}
