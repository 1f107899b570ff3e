package dev.scimbridge.http.scim.bulk;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where the path of an operation leads: {@code /Users} or {@code /Groups}, or one of these with an id behind it. The slash
 * in front may be missing.
 *
 * @param id null for all that is there
 */
public record Target(String endpoint, @Nullable String id) {
    private static final String SEGMENT = "[\\w.~:!$&'()*+,;=@-]+";
    private static final Pattern PATH = Pattern.compile("/?(Users|Groups)(?:/(" + SEGMENT + "))?/?");

    /** Null for what is no such path. */
    public static @Nullable Target find(String path) {
        Matcher parts = PATH.matcher(path);
        return parts.matches() ? new Target(parts.group(1), parts.group(2)) : null;
    }

    /** As it stands behind the address of the service. */
    String path() {
        return id == null ? endpoint : endpoint + "/" + id;
    }
}
