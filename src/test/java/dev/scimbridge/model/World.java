package dev.scimbridge.model;

import dev.scimbridge.sandbox.Control;
import dev.scimbridge.story.Scim;
import java.time.Duration;

/** The bridge and the workspace that a play goes on in. */
public interface World extends AutoCloseable {
    /** The identity provider's way in; another one after each start. */
    Scim scim();

    Control control();

    /** So much time goes by. */
    void pass(Duration time);

    /** Waits until a listing asked for from now on has been taken in, and what it set off has been done. */
    void settle();

    /** Ends it as kill -9 does, and starts it again. */
    void crash();

    /** Ends it in good order, and starts it again. */
    void restart();

    /** Of so many writes the bridge dies of one, before it has answered. */
    int deadliness();

    /** What is on record of a person, for somebody who looks for a mistake. */
    String history(String id);

    @Override
    void close();
}
