/**
 * SCIM 2.0 as values: documents, filters, patches, schemas, projection and errors, on the UnboundID SDK.
 *
 * <p>The SDK's parsed {@code Filter} and {@code Path} and its schema model are used as they are ({@link
 * dev.scimbridge.scim.Sdk} calls its parsers). Evaluating a filter ({@code FilterCompiler}, {@code Comparison}) and
 * applying a patch ({@code Patcher}, {@code ListPatcher}, {@code Elements}) is written here, because the SDK's own
 * engines lose data (RFC 7644, 3.4.2.2 and 3.5.2). {@code Definitions} says the SDK's schemas in a fixed order and makes
 * true what reflection gets wrong.
 *
 * <p>Where RFC 7644 leaves a choice, or clients need another one:
 *
 * <ul>
 *   <li>an attribute that nobody knows has no value in a filter, and is passed over in a body and in a PATCH path;
 *   <li>{@code ne} holds for a value that differs, and when there is none;
 *   <li>a replace whose filter matches nothing makes the value the filter describes, unless it looks for a
 *       {@code value}: then it is noTarget;
 *   <li>a label without a value ({@code {"type":"work"}}) is no value; in a PATCH it waits for one until the last
 *       operation;
 *   <li>an added value that is there already (same {@code value}, no other {@code type}) learns what it did not know; a
 *       member stays as it is;
 *   <li>of several primary values the first is it in a POST or PUT, the last one said in a PATCH;
 *   <li>a {@code remove} with an empty list removes nothing, with {@code null} everything.
 * </ul>
 */
@NullMarked
package dev.scimbridge.scim;

import org.jspecify.annotations.NullMarked;
