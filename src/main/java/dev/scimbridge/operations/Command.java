package dev.scimbridge.operations;

/** What an operator can ask for. Blocks while it reads or writes the store. */
public interface Command {
    /**
     * Carries it out.
     *
     * @throws Refusal for what the operator has to say otherwise
     */
    Outcome run(Parameters given);
}
