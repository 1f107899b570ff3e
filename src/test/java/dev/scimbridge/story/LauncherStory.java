package dev.scimbridge.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.scimbridge.sandbox.Options;
import dev.scimbridge.sandbox.Workspace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command that a build leaves beside the jar, with the archive of classes that makes it quick, and without. */
class LauncherStory {
    private static final Path PACKAGED = JarBridge.JAR.getParent();
    private static final String ARCHIVE = "scim-bridge.jsa";

    @TempDir
    Path folder;

    @Test
    void it_serves_with_the_archive_that_the_build_has_made() throws IOException {
        assertThat(PACKAGED.resolve(ARCHIVE)).isNotEmptyFile();
        serves(PACKAGED.resolve("scim-bridge"));
    }

    @Test
    void without_the_archive_it_serves_too_and_wherever_it_is_called_from() throws IOException {
        Path elsewhere = moved();
        Files.delete(elsewhere.resolveSibling(ARCHIVE));
        serves(Files.createSymbolicLink(folder.resolve("bridge"), elsewhere));
    }

    @Test
    void an_archive_that_does_not_fit_is_not_worth_a_word() throws IOException, InterruptedException {
        Path elsewhere = moved();
        assertThat(said(elsewhere)).singleElement().asString().startsWith("scim-bridge ");
        Files.writeString(elsewhere.resolveSibling(ARCHIVE), "no archive at all");
        assertThat(said(elsewhere)).singleElement().asString().startsWith("scim-bridge ");
    }

    private static void serves(Path launcher) {
        try (Workspace workspace = Workspace.start(Options.usual().withPeople(3));
                JarBridge bridge = JarBridge.before(workspace).through(launcher).start()) {
            assertThat(bridge.scim().get("/Users").total()).isEqualTo(3);
            assertThat(bridge.output()).contains("\nscim-bridge ").doesNotContain("[warning]", "VM warning", "[error]");
            assertThat(bridge.stop()).isEqualTo(143);
        }
    }

    /** The launcher in another folder, where the archive is as good as of another Java: it knows the paths of the jars. */
    private Path moved() throws IOException {
        Path home = Files.createDirectories(folder.resolve("other home"));
        for (String file : List.of("scim-bridge", "scim-bridge.jar", ARCHIVE)) {
            Files.copy(PACKAGED.resolve(file), home.resolve(file), StandardCopyOption.COPY_ATTRIBUTES);
        }
        Path lib = Files.createDirectory(home.resolve("lib"));
        try (Stream<Path> jars = Files.list(PACKAGED.resolve("lib"))) {
            for (Path jar : jars.toList()) {
                Files.createLink(lib.resolve(jar.getFileName()), jar);
            }
        }
        return home.resolve("scim-bridge");
    }

    private static List<String> said(Path launcher) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(launcher.toString(), "--version")
                .redirectErrorStream(true)
                .start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return text.lines().toList();
    }
}
