/**
 * The operator's side of the command line: each command of the manual, said to the management door of a running bridge
 * on this machine.
 */
@NullMarked
package dev.scimbridge.app.command;

import org.jspecify.annotations.NullMarked;
