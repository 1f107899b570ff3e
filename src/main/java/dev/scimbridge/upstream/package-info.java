/**
 * The port to the workspace: its four operations and what an answer of it can be.
 */
@NullMarked
package dev.scimbridge.upstream;

import org.jspecify.annotations.NullMarked;
