package dev.scimbridge.provisioning;

import dev.scimbridge.directory.GroupDraft;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One SCIM write of a group.
 *
 * @param method what the client did, in a word for the audit
 * @param draft null to delete it
 */
record GroupWrite(String method, UUID id, @Nullable GroupDraft draft, Intake.Request request) {}
