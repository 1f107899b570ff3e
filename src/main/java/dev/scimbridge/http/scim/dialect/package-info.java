/**
 * What identity providers really send, straightened by pure functions before the standard engine sees it.
 * Each function names the sender; none looks at who is calling.
 */
@NullMarked
package dev.scimbridge.http.scim.dialect;

import org.jspecify.annotations.NullMarked;
