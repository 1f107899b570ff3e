package dev.scimbridge.provisioning;

import dev.scimbridge.lifecycle.Answer;
import dev.scimbridge.lifecycle.Desired;
import dev.scimbridge.lifecycle.Observed;
import dev.scimbridge.lifecycle.Step;
import java.time.Instant;

/** What is desired and observed, in words for the audit and for people. */
public final class Words {
    private Words() {}

    public static String of(Desired desired) {
        return desired.match(new Desired.Cases<>() {
            @Override
            public String active(Desired.Active wish) {
                return wish.type() == null ? "active" : "active as " + wish.type();
            }

            @Override
            public String inactive() {
                return "inactive";
            }

            @Override
            public String deleted() {
                return "deleted";
            }
        });
    }

    /** A step that is not taken. */
    static String wouldBe(Step.Act step) {
        return "would call " + step.command() + ": " + step.why();
    }

    public static String of(Observed observed) {
        return observed.match(new Observed.Cases<>() {
            @Override
            public String unknown() {
                return "unknown";
            }

            @Override
            public String absent() {
                return "not in the workspace";
            }

            @Override
            public String invited(Observed.Invited invite) {
                return "invited as " + invite.type();
            }

            @Override
            public String expired(Observed.Expired invite) {
                return "invited as " + invite.type() + ", expired";
            }

            @Override
            public String active(Observed.Active account) {
                return "active as " + account.type();
            }

            @Override
            public String gone() {
                return "not in the workspace any more";
            }
        });
    }

    static <T> String of(Answer<T> answer) {
        return answer.match(new Answer.Cases<T, String>() {
            @Override
            public String data(T value) {
                return "ok";
            }

            @Override
            public String refused(String words) {
                return "refused, " + words;
            }

            @Override
            public String rateLimited(Instant until) {
                return "too many calls, not before " + until;
            }

            @Override
            public String unauthorised(String words) {
                return "credentials refused, " + words;
            }

            @Override
            public String unavailable(String words) {
                return "never sent, " + words;
            }

            @Override
            public String unknown(String words) {
                return "nobody knows whether it happened, " + words;
            }
        });
    }
}
