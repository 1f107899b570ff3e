/**
 * SCIM 2.0 as values: documents, filters, patches, schemas, projection and errors, on the UnboundID SDK.
 *
 * <p>The SDK's parsed {@code Filter} and {@code Path} and its schema model are used as they are. Evaluating a filter and
 * applying a patch is written here, because the SDK's own engines lose data (RFC 7644, 3.4.2.2 and 3.5.2).
 */
@NullMarked
package dev.scimbridge.scim;

import org.jspecify.annotations.NullMarked;
