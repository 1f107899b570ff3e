package dev.scimbridge.app;

/**
 * A running bridge: the store, the worker and both doors, wired by hand from the settings.
 *
 * <p>{@link #start} fails with a {@link dev.scimbridge.store.StoreProblem} if the store cannot be opened, and with a
 * {@link java.net.BindException} as the cause of an exception whose message names the address if a port is taken. What
 * had been opened by then is closed again.
 */
@SuppressWarnings("DoNotCallSuggester") // Until it is wired.
public final class Bridge implements AutoCloseable {
    private Bridge() {}

    public static Bridge start(Settings settings) {
        throw new UnsupportedOperationException("the bridge is not wired yet: " + settings.data());
    }

    /** Where SCIM is served: the port of the settings, or the one that was free. */
    public int scimPort() {
        throw new UnsupportedOperationException();
    }

    /** Where health, metrics and the console are. */
    public int managementPort() {
        throw new UnsupportedOperationException();
    }

    /** Ends what is under way and closes the store; may be called twice. */
    @Override
    public void close() {}
}
