package dev.scimbridge.http.scim;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.Path;
import org.junit.jupiter.api.Test;

class CallersTest {
    @Path("Open")
    static final class SaysNothing {}

    @Path("Closed")
    @Callers(Callers.Who.TOKEN_HOLDERS)
    static final class SaysWho {}

    @Test
    void every_resource_says_who_may_call_it() {
        classes()
                .that()
                .areAnnotatedWith(Path.class)
                .should()
                .beAnnotatedWith(Callers.class)
                .check(new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("dev.scimbridge"));
    }

    @Test
    void the_door_does_not_open_while_one_does_not() {
        assertThatIllegalStateException()
                .isThrownBy(() -> ScimDoor.declared(SaysNothing.class))
                .withMessageContaining("who may call it");
        assertThatCode(() -> ScimDoor.declared(SaysWho.class)).doesNotThrowAnyException();
    }
}
