package dev.scimbridge.operations.alert;

import java.io.IOException;

/** Where alerts are sent besides the log. */
public interface Channel {
    /**
     * Sends one text. Blocks, for some seconds at most.
     *
     * @throws IOException if nobody took it; its message holds no secret
     */
    void send(String text) throws IOException;
}
