/**
 * Transcripts of what identity providers send, replayed. A transcript is a text file, read from top to bottom:
 *
 * <pre>
 * # a comment
 * &gt;&gt; User-Agent: Okta SCIM Client 1.0.0          a header of every request from here on; Content-Type only with a body
 * &gt; POST /Users                                 a request, below the base URL
 * &gt; Accept: application/json                    a header of this request only
 * {"userName": "tess.user@acme.io"}
 * &lt; 201                                         its status; `200 or 204` where both are right
 * &lt; Location: {base}/Users/{id}                 a header it must have
 * {"id": "{id}", "active": true}                what must be in the body
 * ! tess.user@acme.io signs up                  what somebody does, or what must come true, in the workspace
 * </pre>
 *
 * In a body that is wanted, an object may have more than is written and a list more elements, in any order; but
 * {@code []} is an empty list, a last element {@code "{no more}"} allows no others, and {@code null} is something that
 * must not be there. <code>{number}</code> is any whole number, <code>{flag}</code> true or false, and
 * <code>{text}</code> any text that is not empty. Any other <code>{name}</code> takes whatever text is there the first time, and stands for that text from then on;
 * <code>{base}</code> and <code>{token}</code> are known from the start. In a body that is sent, the member
 * {@code "...": "{answer}"} stands for all that the last answer had.
 */
package dev.scimbridge.story.transcripts;
