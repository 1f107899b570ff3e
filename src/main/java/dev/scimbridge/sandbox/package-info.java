/**
 * A pretend workspace that speaks real GraphQL over HTTP, with a control door for tests and demos. It shares no type and
 * no string with the client it is used to test.
 *
 * <p>What the real service's documentation leaves open is a {@link dev.scimbridge.sandbox.Knob}. Nothing happens by a
 * timer: what is due by the clock happens, in order, when somebody looks, so a clock wound by hand moves this world
 * exactly. Beside the door on the workspace's own port there is a side door for the control alone, because somebody must be
 * able to say that the workspace is up again while nothing listens there.
 */
@NullMarked
package dev.scimbridge.sandbox;

import org.jspecify.annotations.NullMarked;
