package dev.scimbridge.app;

import dev.scimbridge.store.StoreProblem;
import dev.scimbridge.store.StoreUnavailable;
import java.net.BindException;
import org.jspecify.annotations.Nullable;

/** Reasons not to start that are the operator's to mend: one line, no stack trace. */
final class StartProblem {
    private StartProblem() {}

    /** The line, or null if this is none of them but a fault of ours. */
    static @Nullable String lineFor(Throwable thrown) {
        Throwable wrapper = thrown;
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof StoreUnavailable) {
                return "The store cannot be written: " + oneLine(cause.getMessage());
            }
            if (cause instanceof StoreProblem || cause instanceof Pem.Unusable) {
                return oneLine(cause.getMessage());
            }
            if (cause instanceof BindException) {
                return "cannot listen" + place(wrapper, cause) + ": " + oneLine(cause.getMessage())
                        + "; is another one running?";
            }
            wrapper = cause;
        }
        return null;
    }

    /** What the exception around it says about where, if it says more than that there is another one within. */
    private static String place(Throwable wrapper, Throwable bind) {
        String said = wrapper.getMessage();
        boolean own = wrapper != bind && said != null && !said.equals(bind.toString());
        return own ? " (" + oneLine(said) + ")" : "";
    }

    private static String oneLine(@Nullable String message) {
        return message == null
                ? "no reason was given"
                : message.replaceAll("\\p{Cntrl}+", " ").strip();
    }
}
