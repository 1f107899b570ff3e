package dev.scimbridge.scim;

import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Catches what a client would be told. */
public final class Problems {
    private Problems() {}

    public static ScimProblem of(ThrowingCallable tried) {
        return Assertions.catchThrowableOfType(ScimProblem.class, tried);
    }
}
