/**
 * What an operator sees and says: one table of commands ({@link dev.scimbridge.operations.Manual}), each of which reads a
 * picture of how things stand or changes something that is durable, and answers with a report. The design has them in
 * {@code provisioning}; they stand beside it, because that room is about making wishes true and this one about
 * explaining and steering it.
 */
@NullMarked
package dev.scimbridge.operations;

import org.jspecify.annotations.NullMarked;
