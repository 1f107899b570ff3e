/**
 * The embedded engine: one SQLite file in WAL mode, one writer with group commit, every commit synced to disk.
 *
 * <p>A work waits in the {@code Inbox}. The {@code Writer}'s thread takes what is there and has a {@code Session} write
 * it in one transaction, each work in its own savepoint; then it publishes, then it completes the works. A session that
 * failed is thrown away with all that was not committed, and the next one reads from the database how far it had come.
 * Readers have connections of their own and see what is committed.
 *
 * <p>Whoever is written to is mostly in memory already: a {@code Picture} remembers them, and their version is all that is
 * read of them then. It is read although no other process can have written, so that the promise is that of an engine for
 * several replicas too.
 */
@NullMarked
package dev.scimbridge.store.sqlite;

import org.jspecify.annotations.NullMarked;
