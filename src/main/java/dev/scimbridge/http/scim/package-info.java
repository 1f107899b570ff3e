/**
 * The SCIM door (RFC 7644). Where the standards leave a choice:
 *
 * <ul>
 *   <li>the root, by GET and by {@code /.search}, lists all people and then all groups; each kind is filtered and sorted
 *       for itself, and pages and cursors go over both as one list;
 *   <li>with a {@code cursor} a {@code startIndex} does not count, a {@code count} above the most is taken as the most,
 *       and one below 1 is {@code invalidCount};
 *   <li>a cursor serves the connection, the endpoint, the filter and the order it was given for; {@code count} and what
 *       is shown may change on the way;
 *   <li>of a parameter that is said twice the first counts, but {@code attributes} and {@code excludedAttributes} are
 *       one list; a search request is its body alone.
 * </ul>
 */
@NullMarked
package dev.scimbridge.http.scim;

import org.jspecify.annotations.NullMarked;
