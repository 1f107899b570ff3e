/**
 * What is written of people and groups, apart from how it was sent: {@link dev.scimbridge.http.scim.write.Writings} takes
 * every such request in and makes its answer, whether it was taken in at once, came by way of JAX-RS, or was one of a bulk.
 */
@NullMarked
package dev.scimbridge.http.scim.write;

import org.jspecify.annotations.NullMarked;
