/**
 * Settings, wiring by hand and the command line. Imports every room; nobody imports it.
 */
@NullMarked
package dev.scimbridge.app;

import org.jspecify.annotations.NullMarked;
