package dev.scimbridge.upstream.graphql;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How the bridge proves to the workspace who it is (the vendor's documentation: API keys and bearer tokens). What is
 * secret in it shows in the headers of a call and nowhere else.
 */
public sealed interface Credentials {
    /** A token of one workspace starts so. */
    String WORKSPACE_TOKEN = "prdm_wsp_";

    /** A token of a company starts so; each call then names its workspace. */
    String COMPANY_TOKEN = "prdm_cmp_";

    /** Key and secret of one workspace. */
    record KeyAndSecret(String key, String secret) implements Credentials {
        public KeyAndSecret {
            key = headerValue("key", key);
            secret = headerValue("secret", secret);
        }

        @Override
        public Map<String, String> headers() {
            return Map.of("X-API-KEY", key, "X-API-SECRET", secret);
        }

        @Override
        public List<String> secrets() {
            return List.of(secret, key);
        }

        @Override
        public String toString() {
            return "key and secret";
        }
    }

    /** A bearer token that is bound to one workspace. */
    record WorkspaceToken(String token) implements Credentials {
        public WorkspaceToken {
            token = headerValue("token", token);
        }

        @Override
        public Map<String, String> headers() {
            return Map.of("Authorization", "Bearer " + token);
        }

        @Override
        public List<String> secrets() {
            return List.of(token);
        }

        @Override
        public String toString() {
            return "workspace token";
        }
    }

    /** A company's bearer token, used on one of its workspaces. */
    record CompanyToken(String token, String workspaceUid) implements Credentials {
        public CompanyToken {
            token = headerValue("token", token);
            workspaceUid = headerValue("workspace uid", workspaceUid);
        }

        @Override
        public Map<String, String> headers() {
            return Map.of("Authorization", "Bearer " + token, "X-Paradime-Workspace", workspaceUid);
        }

        @Override
        public List<String> secrets() {
            return List.of(token);
        }

        @Override
        public String toString() {
            return "company token for workspace " + workspaceUid;
        }
    }

    /**
     * Reads them as the vendor's own command line does: a secret that is a bearer token needs no key.
     *
     * @throws IllegalArgumentException saying what is missing, never with a value in it
     */
    static Credentials read(@Nullable String key, String secret, @Nullable String workspaceUid) {
        String given = secret.strip();
        if (given.startsWith(WORKSPACE_TOKEN)) {
            return new WorkspaceToken(given);
        }
        if (given.startsWith(COMPANY_TOKEN)) {
            if (workspaceUid == null || workspaceUid.isBlank()) {
                throw new IllegalArgumentException("a company token (" + COMPANY_TOKEN + "…) needs a workspace uid");
            }
            return new CompanyToken(given, workspaceUid);
        }
        if (key == null || key.isBlank()) {
            throw new IllegalArgumentException("a secret that is no bearer token (" + WORKSPACE_TOKEN + "…, "
                    + COMPANY_TOKEN + "…) needs its key");
        }
        return new KeyAndSecret(key, given);
    }

    Map<String, String> headers();

    /** What must never be seen in a log, an answer or a page. */
    List<String> secrets();

    /** The same words without the secrets, should the workspace echo one. */
    default String hideIn(String words) {
        String hidden = words;
        for (String secret : secrets()) {
            hidden = hidden.replace(secret, "•••");
        }
        return hidden;
    }

    /** Checked here, because the HTTP client would show the whole value when it complains. */
    private static String headerValue(String name, String value) {
        String trimmed = value.strip();
        if (!Pattern.matches("[!-~]+", trimmed)) {
            throw new IllegalArgumentException(
                    "the " + name + (trimmed.isEmpty() ? " is empty" : " has characters that a header cannot carry"));
        }
        return trimmed;
    }
}
