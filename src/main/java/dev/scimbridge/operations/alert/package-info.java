/**
 * What an operator is told without asking: from how things stand to the causes that are on, and from those to what is
 * said, once each with a reminder and an end. Where it is said is another room's affair.
 */
@NullMarked
package dev.scimbridge.operations.alert;

import org.jspecify.annotations.NullMarked;
