package dev.scimbridge.http.scim.bulk;

import java.util.concurrent.CompletionStage;

/** Carries out one operation, whose references are resolved. */
public interface Hand {
    /** Never fails: what goes wrong is in the result. */
    CompletionStage<Result> carryOut(Operation operation);
}
