/** Sends alerts as Slack's incoming webhooks take them, and whoever speaks like them. */
@NullMarked
package dev.scimbridge.webhook;

import org.jspecify.annotations.NullMarked;
