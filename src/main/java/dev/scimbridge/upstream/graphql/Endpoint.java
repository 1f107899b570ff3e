package dev.scimbridge.upstream.graphql;

import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Where the workspace is and as whom it is called.
 *
 * @param url the GraphQL endpoint that the vendor gives out with the keys
 */
public record Endpoint(String url, Credentials credentials) {
    /** @throws IllegalArgumentException saying what is wrong with the URL, never with a secret in it */
    public Endpoint {
        url = url.strip();
        @Nullable HttpUrl parsed = HttpUrl.parse(url);
        if (parsed == null) {
            throw new IllegalArgumentException("the endpoint is not an http or https URL");
        }
        if (!parsed.username().isEmpty() || !parsed.password().isEmpty()) {
            throw new IllegalArgumentException(
                    "the endpoint's URL has credentials in it; they belong in key and secret");
        }
    }

    /** Without the query, where someone may have put a token. */
    @Override
    public String toString() {
        return url.replaceFirst("[?#].*", "") + " with " + credentials;
    }
}
