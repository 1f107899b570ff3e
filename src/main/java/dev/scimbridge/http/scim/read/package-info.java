/**
 * What is read of people and groups, apart from how it was asked for: {@link dev.scimbridge.http.scim.read.Reads} makes
 * every such answer, status, headers and bytes, whether a GET was answered at once or came by way of JAX-RS.
 *
 * <p>A resource is written down once as long as it says the same ({@link dev.scimbridge.http.scim.read.Copies}), and lists
 * are joined of what was written down.
 */
@NullMarked
package dev.scimbridge.http.scim.read;

import org.jspecify.annotations.NullMarked;
