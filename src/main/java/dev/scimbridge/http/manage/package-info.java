/**
 * The management door on its own port: health and state, for operators and probes.
 */
@NullMarked
package dev.scimbridge.http.manage;

import org.jspecify.annotations.NullMarked;
