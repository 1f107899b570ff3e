package dev.scimbridge.app.command;

import java.net.URI;
import java.security.cert.X509Certificate;
import org.jspecify.annotations.Nullable;

/**
 * Where the management door of the running bridge is.
 *
 * @param certificate what it must show where it speaks TLS; null where it does not
 */
public record Door(URI address, @Nullable X509Certificate certificate) {}
