/**
 * The workspace's GraphQL API over HTTP (its public documentation). OkHttp lives only here.
 */
@NullMarked
package dev.scimbridge.upstream.graphql;

import org.jspecify.annotations.NullMarked;
