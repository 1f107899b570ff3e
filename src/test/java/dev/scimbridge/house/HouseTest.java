package dev.scimbridge.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The rooms, who may enter which, and which libraries live where. */
class HouseTest {
    private static final String HOUSE = "dev.scimbridge.";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.scimbridge");

    private static final List<String> EVERYWHERE = List.of("java..", "org.jspecify..", "org.slf4j..");
    private static final List<String> JACKSON = List.of("com.fasterxml.jackson..");
    private static final List<String> SDK = List.of("com.unboundid.scim2..");
    private static final List<String> JDBC = List.of("javax.sql..", "org.sqlite..", "org.flywaydb..");
    private static final List<String> OKHTTP = List.of("okhttp3..", "okio..", "kotlin..");
    private static final List<String> SOCKETS = List.of("javax.net");
    private static final List<String> JERSEY =
            List.of("jakarta..", "org.glassfish..", "javax.net.ssl..", "javax.crypto..");
    private static final List<String> GRAPHQL = List.of("graphql..", "com.sun.net.httpserver..");

    /** A room: the rooms it may enter and the libraries that live in it. */
    private record Room(List<String> rooms, List<String> libraries) {}

    private static final Map<String, Room> ROOMS = rooms();

    private static Map<String, Room> rooms() {
        Map<String, Room> rooms = new LinkedHashMap<>();
        rooms.put("lifecycle", new Room(List.of(), List.of()));
        rooms.put("scim", new Room(List.of(), both(SDK, JACKSON)));
        rooms.put("directory", new Room(List.of("scim", "lifecycle"), List.of()));
        rooms.put("store", new Room(List.of("directory", "scim", "lifecycle"), JDBC));
        rooms.put("upstream", new Room(List.of("lifecycle"), both(OKHTTP, both(SOCKETS, JACKSON))));
        rooms.put("provisioning", new Room(List.of("store", "upstream", "directory", "scim", "lifecycle"), List.of()));
        rooms.put("operations", new Room(List.of("provisioning", "store", "directory", "scim", "lifecycle"), JACKSON));
        rooms.put(
                "http",
                new Room(
                        List.of("operations", "provisioning", "directory", "scim", "lifecycle"),
                        both(JERSEY, both(SDK, JACKSON))));
        rooms.put("webhook", new Room(List.of("operations"), both(OKHTTP, JACKSON)));
        rooms.put("sandbox", new Room(List.of(), both(GRAPHQL, JACKSON)));
        return rooms;
    }

    private static List<String> both(List<String> some, List<String> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    @TestFactory
    Stream<DynamicTest> each_room_uses_only_what_its_door_says() {
        return ROOMS.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> {
                    Stream<String> own = Stream.of(entry.getKey());
                    Stream<String> entered = entry.getValue().rooms().stream();
                    String[] allowed = Stream.of(
                                    EVERYWHERE.stream(),
                                    Stream.concat(own, entered).map(room -> HOUSE + room + ".."),
                                    entry.getValue().libraries().stream())
                            .flatMap(s -> s)
                            .toArray(String[]::new);
                    classes()
                            .that()
                            .resideInAPackage(HOUSE + entry.getKey() + "..")
                            .should()
                            .onlyDependOnClassesThat()
                            .resideInAnyPackage(allowed)
                            .check(CLASSES);
                }));
    }

    @Test
    void every_class_lives_in_a_room() {
        List<String> homeless = CLASSES.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> !name.startsWith(HOUSE + "app"))
                .filter(name -> ROOMS.keySet().stream().noneMatch(room -> name.startsWith(HOUSE + room)))
                .toList();
        Assertions.assertThat(homeless).isEmpty();
    }

    @Test
    void adapters_and_doors_do_not_know_each_other() {
        noClasses()
                .that()
                .resideInAPackage(HOUSE + "http.scim..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(HOUSE + "http.manage..", HOUSE + "http.console..")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage(HOUSE + "http.manage..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(HOUSE + "http.scim..", HOUSE + "http.console..")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage(HOUSE + "provisioning..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(HOUSE + "store.*..", HOUSE + "upstream.*..")
                .check(CLASSES);
    }

    @Test
    void there_are_no_cycles() {
        slices().matching("dev.scimbridge.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void every_room_is_null_marked() {
        List<String> unmarked = CLASSES.stream()
                .map(JavaClass::getPackage)
                .distinct()
                .filter(room -> Optional.of(room)
                        .flatMap(p -> p.tryGetAnnotationOfType(NullMarked.class))
                        .isEmpty())
                .map(room -> room.getName())
                .toList();
        Assertions.assertThat(unmarked).isEmpty();
    }

    @Test
    void time_comes_from_a_clock_made_in_app() {
        noClasses()
                .that()
                .resideOutsideOfPackages(HOUSE + "app..", HOUSE + "sandbox..")
                .should()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(Clock.class, "systemDefaultZone")
                .orShould()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(CLASSES);
    }

    @Test
    void names_say_what_a_thing_is() {
        noClasses()
                .should()
                .haveNameMatching(".*(Impl|Utils?|Helper|Manager|Dto)")
                .orShould()
                .haveSimpleNameStartingWith("Abstract")
                .orShould()
                .haveSimpleNameStartingWith("Base")
                .check(CLASSES);
    }
}
