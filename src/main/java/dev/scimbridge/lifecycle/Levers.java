package dev.scimbridge.lifecycle;

/**
 * The three calls that change the workspace. Each blocks until the workspace has answered, at most for the call
 * time-out, and never throws for what the workspace or the network does.
 */
public interface Levers {
    Answer<Done> invite(Address address, AccountType type);

    Answer<Done> changeAccountType(String uid, AccountType type);

    Answer<Done> disable(String uid);
}
