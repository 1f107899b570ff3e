package dev.scimbridge.scim;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a client is told when its request cannot be done: a status, an optional {@code scimType} and a detail that is
 * never empty (RFC 7644, 3.12). It is thrown by this room and by those who use it, carries no stack trace, and is turned
 * into an answer in one place.
 */
public final class ScimProblem extends RuntimeException {
    private static final String ERROR = "urn:ietf:params:scim:api:messages:2.0:Error";
    private static final int LONGEST = 1000;
    private static final long serialVersionUID = 1L;

    private final int status;
    private final @Nullable String scimType;
    private final @Nullable Duration retryAfter;

    private ScimProblem(int status, @Nullable String scimType, String detail, @Nullable Duration retryAfter) {
        super(said(detail), null, false, false);
        this.status = status;
        this.scimType = scimType;
        this.retryAfter = retryAfter;
    }

    /** Details repeat what clients sent; a megabyte of it helps nobody. */
    private static String said(String detail) {
        if (detail.length() > LONGEST) {
            return detail.substring(0, detail.offsetByCodePoints(0, LONGEST / 2)) + "…";
        }
        return detail.isBlank() ? "The request cannot be done." : detail;
    }

    /** A problem by its numbers; the named factories are to be preferred. */
    public static ScimProblem of(int status, @Nullable String scimType, String detail) {
        return new ScimProblem(status, scimType, detail, null);
    }

    private static ScimProblem bad(String scimType, String detail) {
        return of(400, scimType, detail);
    }

    public static ScimProblem invalidSyntax(String detail) {
        return bad("invalidSyntax", detail);
    }

    public static ScimProblem invalidValue(String detail) {
        return bad("invalidValue", detail);
    }

    public static ScimProblem invalidFilter(String detail) {
        return bad("invalidFilter", detail);
    }

    public static ScimProblem invalidPath(String detail) {
        return bad("invalidPath", detail);
    }

    public static ScimProblem noTarget(String detail) {
        return bad("noTarget", detail);
    }

    public static ScimProblem mutability(String detail) {
        return bad("mutability", detail);
    }

    public static ScimProblem tooMany(String detail) {
        return bad("tooMany", detail);
    }

    public static ScimProblem invalidVersion(String detail) {
        return bad("invalidVers", detail);
    }

    /** RFC 9865, 3. */
    public static ScimProblem invalidCursor(String detail) {
        return bad("invalidCursor", detail);
    }

    /** RFC 9865, 3. */
    public static ScimProblem expiredCursor(String detail) {
        return bad("expiredCursor", detail);
    }

    /** RFC 9865, 3. */
    public static ScimProblem invalidCount(String detail) {
        return bad("invalidCount", detail);
    }

    /** Always 409: table 9 of RFC 7644 says 400, section 3.3 and every client say 409. */
    public static ScimProblem uniqueness(String detail) {
        return of(409, "uniqueness", detail);
    }

    public static ScimProblem unauthorized(String detail) {
        return of(401, null, detail);
    }

    public static ScimProblem forbidden(String detail) {
        return of(403, null, detail);
    }

    public static ScimProblem notFound(String detail) {
        return of(404, null, detail);
    }

    public static ScimProblem methodNotAllowed(String detail) {
        return of(405, null, detail);
    }

    public static ScimProblem notAcceptable(String detail) {
        return of(406, null, detail);
    }

    public static ScimProblem conflict(String detail) {
        return of(409, null, detail);
    }

    public static ScimProblem preconditionFailed(String detail) {
        return of(412, null, detail);
    }

    public static ScimProblem tooLarge(String detail) {
        return of(413, null, detail);
    }

    public static ScimProblem unsupportedMediaType(String detail) {
        return of(415, null, detail);
    }

    public static ScimProblem tooManyRequests(String detail) {
        return of(429, null, detail);
    }

    public static ScimProblem internal(String detail) {
        return of(500, null, detail);
    }

    public static ScimProblem notImplemented(String detail) {
        return of(501, null, detail);
    }

    public static ScimProblem unavailable(String detail) {
        return of(503, null, detail);
    }

    /** The same problem, with the wait that a {@code Retry-After} header should name. */
    public ScimProblem after(Duration wait) {
        return new ScimProblem(status, scimType, detail(), wait);
    }

    public int status() {
        return status;
    }

    public @Nullable String scimType() {
        return scimType;
    }

    public String detail() {
        String message = getMessage();
        return message == null ? "" : message;
    }

    /** That wait in whole seconds, at least one: Okta takes nothing else. */
    public @Nullable Long retrySeconds() {
        return retryAfter == null ? null : (Long) Math.max(1, retryAfter.toSeconds());
    }

    /** The body of the answer. {@code status} is a string there (RFC 7644, 3.12). */
    public ObjectNode body() {
        ObjectNode body = Json.object();
        body.putArray("schemas").add(ERROR);
        body.put("status", Integer.toString(status));
        if (scimType != null) {
            body.put("scimType", scimType);
        }
        return body.put("detail", detail());
    }

    /** The same as it goes out. */
    public byte[] json() {
        return Json.bytes(body());
    }
}
