package dev.scimbridge.scim;

/** Stub. */
public class ScimProblem extends RuntimeException {
    private static final long serialVersionUID = 1;

    public static ScimProblem invalidValue(String detail) {
        return new ScimProblem();
    }

    public static ScimProblem uniqueness(String detail) {
        return new ScimProblem();
    }

    public static ScimProblem notFound(String detail) {
        return new ScimProblem();
    }

    public static ScimProblem conflict(String detail) {
        return new ScimProblem();
    }

    public static ScimProblem unavailable(String detail) {
        return new ScimProblem();
    }

    public static ScimProblem tooManyRequests(String detail) {
        return new ScimProblem();
    }

    public static ScimProblem preconditionFailed(String detail) {
        return new ScimProblem();
    }

    public ScimProblem after(java.time.Duration wait) {
        return this;
    }
}
