package dev.scimbridge.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.StreamSupport;

/** A client of the pretend workspace, as plain as can be: it never repeats anything. */
final class Caller {
    static final String LIST_USERS = "query ListUsers { listUsers { ok activeUsers { uid email name accountType } "
            + "invitedUsers { email accountType inviteStatus } } }";
    private static final String INVITE = "mutation InviteUser($email: String!, $accountType: UserAccountType!) "
            + "{ inviteUser(email: $email, accountType: $accountType) { ok } }";
    private static final String CHANGE =
            "mutation UpdateUserAccountType($uid: String!, $accountType: UserAccountType!) "
                    + "{ updateUserAccountType(uid: $uid, accountType: $accountType) { ok } }";
    private static final String DISABLE = "mutation DisableUser($uid: String!) { disableUser(uid: $uid) { ok } }";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** An answer. */
    record Reply(HttpResponse<String> http) {
        int status() {
            return http.statusCode();
        }

        JsonNode json() {
            try {
                return JSON.readTree(http.body());
            } catch (IOException e) {
                throw new AssertionError(http.body(), e);
            }
        }

        JsonNode data(String operation) {
            return json().path("data").path(operation);
        }

        /** ok, not ok, or the words of the first error. */
        String gist() {
            if (json().has("errors")) {
                return json().path("errors").path(0).path("message").asText();
            }
            return json().path("data").elements().next().path("ok").asBoolean() ? "ok" : "not ok";
        }

        List<String> active() {
            return column("activeUsers", "email");
        }

        List<String> invited() {
            return column("invitedUsers", "email");
        }

        List<String> column(String list, String field) {
            return StreamSupport.stream(data("listUsers").path(list).spliterator(), false)
                    .map(entry -> entry.path(field).asText())
                    .toList();
        }
    }

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Workspace workspace;
    private final Map<String, String> headers;

    Caller(Workspace workspace) {
        this(
                workspace,
                Map.of(
                        "X-API-KEY", workspace.credentials().apiKey(),
                        "X-API-SECRET", workspace.credentials().apiSecret()));
    }

    Caller(Workspace workspace, Map<String, String> headers) {
        this.workspace = workspace;
        this.headers = headers;
    }

    Reply list() throws IOException, InterruptedException {
        return call(LIST_USERS, Map.of());
    }

    Reply invite(String email, String accountType) throws IOException, InterruptedException {
        return call(INVITE, Map.of("email", email, "accountType", accountType));
    }

    Reply change(String uid, String accountType) throws IOException, InterruptedException {
        return call(CHANGE, Map.of("uid", uid, "accountType", accountType));
    }

    Reply disable(String uid) throws IOException, InterruptedException {
        return call(DISABLE, Map.of("uid", uid));
    }

    Reply call(String query, Map<String, Object> variables) throws IOException, InterruptedException {
        return new Reply(http.send(request(query, variables), HttpResponse.BodyHandlers.ofString()));
    }

    /** An invite nobody waits for yet. */
    CompletableFuture<Reply> inviteAside(String email, String accountType) throws IOException {
        HttpRequest request = request(INVITE, Map.of("email", email, "accountType", accountType));
        return http.sendAsync(request, HttpResponse.BodyHandlers.ofString()).thenApply(Reply::new);
    }

    private HttpRequest request(String query, Map<String, Object> variables) throws IOException {
        byte[] body = JSON.writeValueAsBytes(Map.of("query", query, "variables", variables));
        HttpRequest.Builder request = HttpRequest.newBuilder(workspace.endpoint())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        return request.build();
    }
}
