package dev.scimbridge.lifecycle;

/** The answer of a command that was carried out; the workspace says nothing else. */
public enum Done {
    DONE
}
