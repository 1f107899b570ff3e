package dev.scimbridge.upstream.graphql;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** The four operations, as the vendor's documentation writes them. Values travel as variables, never in the document. */
enum Operation {
    LIST_USERS(
            "ListUsers",
            "listUsers",
            "query ListUsers { listUsers { ok activeUsers { uid email name accountType }"
                    + " invitedUsers { email accountType inviteStatus } } }"),
    INVITE_USER(
            "InviteUser",
            "inviteUser",
            "mutation InviteUser($email: String!, $accountType: UserAccountType!)"
                    + " { inviteUser(email: $email, accountType: $accountType) { ok } }"),
    UPDATE_USER_ACCOUNT_TYPE(
            "UpdateUserAccountType",
            "updateUserAccountType",
            "mutation UpdateUserAccountType($uid: String!, $accountType: UserAccountType!)"
                    + " { updateUserAccountType(uid: $uid, accountType: $accountType) { ok } }"),
    DISABLE_USER("DisableUser", "disableUser", "mutation DisableUser($uid: String!) { disableUser(uid: $uid) { ok } }");

    private final String title;
    private final String field;
    private final String document;

    Operation(String title, String field, String document) {
        this.title = title;
        this.field = field;
        this.document = document;
    }

    /** The key of {@code data} under which the answer is. */
    String field() {
        return field;
    }

    byte[] body(Map<String, String> variables) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        try (JsonGenerator json = Json.FACTORY.createGenerator(body)) {
            json.writeStartObject();
            json.writeStringField("operationName", title);
            json.writeStringField("query", document);
            json.writeObjectFieldStart("variables");
            for (Map.Entry<String, String> variable : variables.entrySet()) {
                json.writeStringField(variable.getKey(), variable.getValue());
            }
            json.writeEndObject();
            json.writeEndObject();
        } catch (IOException memoryDoesNotFail) {
            throw new UncheckedIOException(memoryDoesNotFail);
        }
        return body.toByteArray();
    }

    @Override
    public String toString() {
        return field;
    }
}
