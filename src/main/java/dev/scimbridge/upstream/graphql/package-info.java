/**
 * The workspace's GraphQL API over HTTP (its public documentation). OkHttp lives only here.
 *
 * <p>{@code Wire} sends a call once and knows whether it may have arrived; {@code Reading} asks of an HTTP answer what
 * it means, {@code Meaning} asks it of a GraphQL error; {@code Reply} and {@code RosterReader} take the body off the
 * stream. Where nobody can be sure, the answer is unknown.
 */
@NullMarked
package dev.scimbridge.upstream.graphql;

import org.jspecify.annotations.NullMarked;
