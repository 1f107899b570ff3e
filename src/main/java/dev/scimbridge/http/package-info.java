/**
 * The doors. They are blind to each other.
 */
@NullMarked
package dev.scimbridge.http;

import org.jspecify.annotations.NullMarked;
