/**
 * The port to what is durable: people, groups, intents, claims, due work, the audit chain and the revision of each commit.
 */
@NullMarked
package dev.scimbridge.store;

import org.jspecify.annotations.NullMarked;
