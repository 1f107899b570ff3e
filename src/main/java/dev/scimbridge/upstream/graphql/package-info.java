/**
 * The workspace's GraphQL API over HTTP (its public documentation). OkHttp lives only here.
 *
 * <p>{@code Wire} sends a call once and knows whether it may have arrived; {@code Reading} asks of an HTTP answer what
 * it means, {@code Meaning} asks it of a GraphQL error; {@code Reply} and {@code RosterReader} take the body off the
 * stream. Where nobody can be sure, the answer is unknown.
 *
 * <p>{@code ChannelSockets} is why the JDK's {@code javax.net} may be imported here: OkHttp takes its sockets from a
 * factory of that package, and only a socket with a channel says without waiting whether the server has hung up.
 */
@NullMarked
package dev.scimbridge.upstream.graphql;

import org.jspecify.annotations.NullMarked;
