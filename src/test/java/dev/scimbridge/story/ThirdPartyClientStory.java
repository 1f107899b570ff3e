package dev.scimbridge.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** SCIM clients written by others are served, and read every answer into classes of their own. */
class ThirdPartyClientStory {
    private static Stage stage;
    private static UnboundId unboundId;
    private static Goldfish goldfish;

    @BeforeAll
    static void begin() {
        stage = Stage.with(23, bridge -> bridge);
        unboundId = new UnboundId(stage.bridge);
        goldfish = new Goldfish(stage.bridge);
    }

    @AfterAll
    static void end() {
        goldfish.close();
        unboundId.close();
        stage.close();
    }

    @Test
    void the_bridge_is_packaged_without_them() throws IOException {
        try (Stream<Path> packaged = Files.list(JarBridge.JAR.resolveSibling("lib"))) {
            assertThat(packaged.map(jar -> jar.getFileName().toString()))
                    .anyMatch(name -> name.startsWith("jersey-client"))
                    .noneMatch(name -> name.matches("(scim2-sdk-client|scim-sdk|httpc|bcp|commons-).*"));
        }
    }

    @Nested
    class PeopleOfUnboundId extends UnboundIdUsers {
        PeopleOfUnboundId() {
            super(stage, unboundId);
        }
    }

    @Nested
    class GroupsOfUnboundId extends UnboundIdGroups {
        GroupsOfUnboundId() {
            super(stage, unboundId);
        }
    }

    @Nested
    class PeopleOfGoldfish extends GoldfishUsers {
        PeopleOfGoldfish() {
            super(stage, goldfish);
        }
    }

    @Nested
    class GroupsOfGoldfish extends GoldfishGroups {
        GroupsOfGoldfish() {
            super(goldfish);
        }
    }

    @Nested
    class BulkOfUnboundId extends UnboundIdBulk {
        BulkOfUnboundId() {
            super(unboundId);
        }
    }

    @Nested
    class BulkOfGoldfish extends GoldfishBulk {
        BulkOfGoldfish() {
            super(goldfish);
        }
    }
}
