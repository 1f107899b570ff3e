package dev.scimbridge.upstream;

import dev.scimbridge.lifecycle.Answer;
import dev.scimbridge.lifecycle.Levers;

/** The workspace: three levers and one look at everybody. */
public interface Workspace extends Levers {
    /** Everybody, as {@code listUsers} gives them. Blocks at most for the listing's time-out. */
    Answer<Roster> roster();
}
