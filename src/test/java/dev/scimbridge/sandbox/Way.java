package dev.scimbridge.sandbox;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** A way for a call to the pretend workspace to go wrong. {@code …After}: it was carried out all the same. */
public record Way(Map<String, Object> said) {
    public static Way named(String name) {
        return new Way(Map.of("way", name));
    }

    public static Way http(int status) {
        return named("http-" + status);
    }

    public static Way httpAfter(int status) {
        return named("http-" + status + "-after");
    }

    public static Way tooManyRequests(int retryAfterSeconds) {
        return http(429).with("retryAfter", Integer.toString(retryAfterSeconds));
    }

    public static Way html() {
        return named("html");
    }

    public static Way garbage() {
        return named("garbage");
    }

    public static Way hang() {
        return named("hang");
    }

    public static Way hangAfter() {
        return named("hang-after");
    }

    public static Way slow(Duration after) {
        return named("slow").with("after", after.toString());
    }

    public static Way cutBefore() {
        return named("cut-before");
    }

    public static Way cutAfter() {
        return named("cut-after");
    }

    public static Way errors(String words) {
        return named("errors").with("message", words);
    }

    public static Way errors(String words, String code) {
        return errors(words).with("code", code);
    }

    public static Way unauthenticated() {
        return named("unauthenticated-errors");
    }

    public static Way notOk() {
        return named("not-ok");
    }

    /** The whole length is announced, half of it sent. */
    public static Way truncated() {
        return named("truncated");
    }

    /** Half of the JSON, which claims to be all there is. */
    public static Way truncatedQuietly() {
        return named("truncated-quietly");
    }

    public static Way emptyListing() {
        return named("empty-listing");
    }

    public static Way partialListing(double fraction) {
        return named("partial-listing").with("fraction", fraction);
    }

    public static Way unknownFields() {
        return named("unknown-fields");
    }

    /** Only when the call names this person, by address or uid. */
    public Way about(String person) {
        return with("about", person);
    }

    Way with(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(said);
        more.put(name, value);
        return new Way(more);
    }
}
