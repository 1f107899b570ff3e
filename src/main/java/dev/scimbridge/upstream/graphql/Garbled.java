package dev.scimbridge.upstream.graphql;

import java.io.IOException;

/** The answer arrived and is none; the message is for an operator and quotes nothing of it. */
final class Garbled extends IOException {
    private static final long serialVersionUID = 1L;

    Garbled(String words) {
        super(words);
    }
}
