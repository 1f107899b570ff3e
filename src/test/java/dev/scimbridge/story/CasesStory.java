package dev.scimbridge.story;

import dev.scimbridge.story.cases.Tables;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What identity providers send, case by case: each gets what it must get, and each case is shown to notice a wrong
 * answer.
 */
class CasesStory {
    private static final Scenes SCENES = new Scenes();

    @AfterAll
    static void end() {
        SCENES.close();
    }

    @TestFactory
    Stream<DynamicTest> okta() {
        return SCENES.tests(Tables.okta());
    }

    @TestFactory
    Stream<DynamicTest> entra() {
        return SCENES.tests(Tables.entra());
    }

    @TestFactory
    Stream<DynamicTest> others() {
        return SCENES.tests(Tables.others());
    }

    @TestFactory
    Stream<DynamicTest> rfc() {
        return SCENES.tests(Tables.rfc());
    }
}
