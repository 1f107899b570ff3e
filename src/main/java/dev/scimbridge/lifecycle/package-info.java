/**
 * The pure rule: what is desired, what is observed, and the one next step that brings them together.
 * Nothing here knows of SCIM, GraphQL, SQL, clocks or threads.
 */
@NullMarked
package dev.scimbridge.lifecycle;

import org.jspecify.annotations.NullMarked;
