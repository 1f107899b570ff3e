package dev.scimbridge.http.scim.read;

import dev.scimbridge.provisioning.Intake;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The conditions of RFC 9110 13.1 on SCIM's weak versions. Compared weakly: the strong comparison that the RFC asks of
 * If-Match would never match a weak tag, and RFC 7644 3.14 gives weak ones.
 */
public final class EntityTags {
    private EntityTags() {}

    /** Whether a header that lists tags names this version. */
    static boolean names(String header, String version) {
        return Arrays.stream(header.split(","))
                .map(String::strip)
                .anyMatch(tag -> tag.equals("*") || opaque(tag).equals(opaque(version)));
    }

    /** Whether a reader who has this version already needs no body. */
    static boolean isKnown(@Nullable String ifNoneMatch, String version) {
        return ifNoneMatch != null && names(ifNoneMatch, version);
    }

    /** The condition of an If-Match, or of an operation's {@code version}; null if there is none. */
    public static Intake.@Nullable IfMatch condition(@Nullable String ifMatch) {
        return ifMatch == null ? null : version -> names(ifMatch, version);
    }

    private static String opaque(String tag) {
        String bare = tag.startsWith("W/") ? tag.substring(2) : tag;
        boolean quoted = bare.length() >= 2 && bare.startsWith("\"") && bare.endsWith("\"");
        return quoted ? bare.substring(1, bare.length() - 1) : bare;
    }
}
