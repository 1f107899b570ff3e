/**
 * A random play of an identity provider, an admin at the workspace's own pages, people and a failing network against the
 * bridge, and the oracle that knows how it must end.
 */
package dev.scimbridge.model;
