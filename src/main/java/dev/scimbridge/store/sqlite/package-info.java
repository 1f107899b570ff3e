/**
 * The embedded engine: one SQLite file in WAL mode, one writer with group commit, every commit synced to disk.
 */
@NullMarked
package dev.scimbridge.store.sqlite;

import org.jspecify.annotations.NullMarked;
