/**
 * The imperative shell: takes SCIM writes in, watches the workspace, and pulls one lever at a time until both agree.
 */
@NullMarked
package dev.scimbridge.provisioning;

import org.jspecify.annotations.NullMarked;
