/**
 * A pretend workspace that speaks real GraphQL over HTTP, with a control door for tests and demos. It shares no type and
 * no string with the client it is used to test.
 */
@NullMarked
package dev.scimbridge.sandbox;

import org.jspecify.annotations.NullMarked;
