package dev.scimbridge.operations.alert;

/** One thing said of a cause. */
public record Notice(Cause cause, Sort sort) {
    /** Why it is said. */
    public enum Sort {
        RAISED,
        REMINDED,
        OVER
    }

    /** In one line. */
    public String text() {
        String beginning = sort == Sort.OVER ? "over: " : sort == Sort.REMINDED ? "still: " : "";
        String key = cause.kind().key();
        return beginning + (cause.words().isEmpty() ? key : key + ": " + cause.words());
    }
}
