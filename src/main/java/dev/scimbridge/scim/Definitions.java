package dev.scimbridge.scim;

import com.unboundid.scim2.common.types.AttributeDefinition;
import com.unboundid.scim2.common.types.AttributeDefinition.Mutability;
import com.unboundid.scim2.common.types.AttributeDefinition.Uniqueness;
import com.unboundid.scim2.common.types.SchemaResource;
import com.unboundid.scim2.common.utils.SchemaUtils;
import java.beans.IntrospectionException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The SDK's schemas as this service provider keeps them: in the order RFC 7643 lists the attributes (reflection gives
 * them by alphabet, canonical values by hash), and true where the reflected ones are not.
 */
final class Definitions {
    static final String BRIDGE = "urn:ietf:params:scim:schemas:extension:scimbridge:2.0:User";

    private static final String ROLE = "urn:okta:scim:schemas:core:1.0:Role";
    private static final String ENTITLEMENT = "urn:okta:scim:schemas:core:1.0:Entitlement";

    /** RFC 7643, 3.1, 4 and 8.7.1. One list serves attributes and sub-attributes; what is missing comes after it. */
    private static final List<String> ORDER = List.of(
                    "schemas id externalId userName formatted familyName givenName middleName honorificPrefix honorificSuffix"
                            .split(" "),
                    "name value $ref display displayName description nickName profileUrl title userType preferredLanguage locale"
                            .split(" "),
                    "timezone active password emails phoneNumbers ims photos addresses streetAddress locality"
                            .split(" "),
                    "region postalCode country type primary groups entitlements roles x509Certificates members"
                            .split(" "),
                    "employeeNumber costCenter organization division department manager".split(" "),
                    "state reason inviteStatus workspaceUid workspaceEmail accountTypeFrom since".split(" "),
                    "resourceType created lastModified location version".split(" "))
            .stream()
            .flatMap(Stream::of)
            .toList();

    private static final Map<String, Integer> RANKS = ranks();

    private static final Comparator<AttributeDefinition> AS_LISTED =
            Comparator.<AttributeDefinition>comparingInt(a -> rank(a.getName())).thenComparing(a -> a.getName());

    private Definitions() {}

    /** Where a name stands in its object; extensions come behind the core, {@code meta} comes last. */
    static int rank(String name) {
        Integer at = RANKS.get(name);
        return at != null ? at : name.startsWith("urn:") ? RANKS.size() + 1 : RANKS.size();
    }

    static SchemaResource of(Class<?> annotated) {
        try {
            SchemaResource reflected = SchemaUtils.getSchema(annotated);
            return new SchemaResource(
                    reflected.getId(),
                    reflected.getName(),
                    reflected.getDescription(),
                    straightened(reflected.getAttributes()));
        } catch (IntrospectionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the bridge says about a person; nobody can write it. */
    static SchemaResource bridge() {
        List<AttributeDefinition> attributes = List.of(
                said(
                        "state",
                        "settled, pending, waiting-for-signup, armed, held, refused, needs-hand, drift, unmanaged."),
                said("reason", "Why the person is in this state, in words."),
                said("inviteStatus", "What the workspace says about the invitation."),
                said("workspaceUid", "The person's uid in the workspace."),
                said("workspaceEmail", "The address the workspace knows."),
                said("accountTypeFrom", "The rule that decided the account type."),
                said("since", "Since when the person is in this state."));
        return new SchemaResource(BRIDGE, "BridgeUser", "What the bridge knows about the person.", attributes);
    }

    /** Okta's role: what {@code roles} of a user can say. */
    static SchemaResource role() {
        List<AttributeDefinition> attributes =
                List.of(said("displayName", "The name of the role."), said("description", "What the role is for."));
        return new SchemaResource(ROLE, "Role", "A role a user can have.", attributes);
    }

    /** Okta's entitlement: what {@code entitlements} of a user can say. */
    static SchemaResource entitlement() {
        List<AttributeDefinition> attributes = List.of(
                said("displayName", "The name of the entitlement."),
                said("description", "What the entitlement is for."),
                said("type", "The kind of entitlement: the name of its resource type."));
        return new SchemaResource(ENTITLEMENT, "Entitlement", "Something a user can be entitled to.", attributes);
    }

    /** Every name a document is likely to have. */
    static List<String> names() {
        Stream<String> others = Stream.of("meta", ResourceSchema.ENTERPRISE_USER, BRIDGE);
        return Stream.concat(ORDER.stream(), others).distinct().toList();
    }

    static List<AttributeDefinition> common() {
        return straightened(SchemaUtils.COMMON_ATTRIBUTE_DEFINITIONS);
    }

    private static Map<String, Integer> ranks() {
        Map<String, Integer> ranks = new HashMap<>();
        ORDER.forEach(name -> ranks.put(name, ranks.size()));
        ranks.put("meta", Integer.MAX_VALUE);
        return ranks;
    }

    private static AttributeDefinition said(String name, String description) {
        return new AttributeDefinition.Builder()
                .setName(name)
                .setDescription(description)
                .setType(name.equals("since") ? AttributeDefinition.Type.DATETIME : AttributeDefinition.Type.STRING)
                .setMutability(Mutability.READ_ONLY)
                .build();
    }

    private static List<AttributeDefinition> straightened(Collection<AttributeDefinition> reflected) {
        return reflected.stream()
                .map(Definitions::straightened)
                .sorted(AS_LISTED)
                .toList();
    }

    private static AttributeDefinition straightened(AttributeDefinition reflected) {
        String name = reflected.getName();
        AttributeDefinition.Builder made = new AttributeDefinition.Builder()
                .setName(name)
                .setType(reflected.getType())
                .setMultiValued(reflected.isMultiValued())
                .setDescription(reflected.getDescription())
                .setRequired(required(reflected))
                .setCaseExact(caseExact(reflected))
                .setMutability(mutability(reflected))
                .setReturned(reflected.getReturned())
                .setUniqueness(uniqueness(reflected));
        if (reflected.getSubAttributes() != null) {
            made.addSubAttributes(straightened(reflected.getSubAttributes()).toArray(AttributeDefinition[]::new));
        }
        if (reflected.getCanonicalValues() != null) {
            made.addCanonicalValues(
                    reflected.getCanonicalValues().stream().sorted().toArray(String[]::new));
        }
        if (reflected.getReferenceTypes() != null) {
            made.addReferenceTypes(
                    reflected.getReferenceTypes().stream().sorted().toArray(String[]::new));
        }
        return made.build();
    }

    /** A manager comes as a bare id from every client; {@code $ref} is never demanded. */
    private static boolean required(AttributeDefinition reflected) {
        return reflected.isRequired()
                && reflected.getType() != AttributeDefinition.Type.REFERENCE
                && (reflected.getMutability() != Mutability.READ_WRITE
                        || !reflected.getName().equals(Attribute.VALUE));
    }

    /** Text decides by itself, references and binaries are exact (RFC 7643, 2.3.6 and 2.3.7), the rest has no case. */
    private static boolean caseExact(AttributeDefinition reflected) {
        return switch (reflected.getType()) {
            case STRING -> reflected.isCaseExact();
            case REFERENCE, BINARY -> true;
            default -> false;
        };
    }

    /** Okta writes {@code manager.displayName} and expects it back, so it is kept as said. */
    private static Mutability mutability(AttributeDefinition reflected) {
        return reflected.getName().equals("displayName") ? Mutability.READ_WRITE : reflected.getMutability();
    }

    private static Uniqueness uniqueness(AttributeDefinition reflected) {
        boolean groupName = reflected.getName().equals("displayName") && reflected.isRequired();
        return groupName ? Uniqueness.SERVER : reflected.getUniqueness();
    }
}
