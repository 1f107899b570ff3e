/**
 * A bulk request (RFC 7644 3.7) apart from HTTP: what it says, in which order that is done, what its references mean, and
 * one operation carried out after the other.
 */
@NullMarked
package dev.scimbridge.http.scim.bulk;

import org.jspecify.annotations.NullMarked;
