/**
 * The SCIM door (RFC 7644).
 */
@NullMarked
package dev.scimbridge.http.scim;

import org.jspecify.annotations.NullMarked;
