/**
 * The people as the bridge knows them: the record of a person, what is shown of it, the rules for account types, the
 * guards, and the immutable snapshot that every read is answered from.
 */
@NullMarked
package dev.scimbridge.directory;

import org.jspecify.annotations.NullMarked;
