package dev.scimbridge.sandbox;

import java.util.Optional;
import java.util.function.Function;

/**
 * What opens the workspace: its own key and secret, its own token, or the company's token together with the uid of the
 * workspace.
 */
public record Credentials(
        String apiKey, String apiSecret, String workspaceToken, String companyToken, String workspaceUid) {

    private static final String BEARER = "Bearer ";

    /** Those of a workspace nobody has said anything about. */
    public static Credentials pretend() {
        return new Credentials(
                "sandbox-key",
                "sandbox-secret",
                "prdm_wsp_sandbox-workspace-token",
                "prdm_cmp_sandbox-company-token",
                "sandbox-workspace");
    }

    /** The same with another key and secret. */
    public Credentials with(String key, String secret) {
        return new Credentials(key, secret, workspaceToken, companyToken, workspaceUid);
    }

    /** Whether a request with these headers may enter. */
    boolean admit(Function<String, Optional<String>> header) {
        boolean keyed = header.apply("X-API-KEY").equals(Optional.of(apiKey))
                && header.apply("X-API-SECRET").equals(Optional.of(apiSecret));
        Optional<String> token = header.apply("Authorization")
                .filter(value -> value.startsWith(BEARER))
                .map(value -> value.substring(BEARER.length()));
        Optional<String> workspace = header.apply("X-Paradime-Workspace");
        return keyed
                || token.equals(Optional.of(workspaceToken))
                || (token.equals(Optional.of(companyToken)) && workspace.equals(Optional.of(workspaceUid)));
    }
}
