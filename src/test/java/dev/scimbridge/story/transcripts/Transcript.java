package dev.scimbridge.story.transcripts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What an identity provider says and must be answered, in the order of the file. */
public record Transcript(String file, List<Step> steps) {
    /** Something that happens, and the number of the line that says so. */
    sealed interface Step permits Exchange, Event {
        int line();
    }

    /** A request and the answer that is wanted. */
    record Exchange(int line, Said request, Wanted wanted) implements Step {}

    /** Somebody does something in the workspace, or something must have become true of them there. */
    record Event(int line, String email, String what) implements Step {}

    /** Reads a text. */
    public static Transcript of(String file, List<String> lines) {
        return new Transcript(file, new TranscriptReader(file, lines).steps());
    }

    /** Reads every file in a folder and the folders in it, in the order of their names. */
    public static List<Transcript> in(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .sorted()
                    .map(file -> read(folder, file))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is sent, in the order of the file; names in curly brackets stand as they are written. */
    public List<Said> requests() {
        return steps.stream()
                .filter(Exchange.class::isInstance)
                .map(step -> ((Exchange) step).request())
                .toList();
    }

    private static Transcript read(Path folder, Path file) {
        try {
            return of(folder.relativize(file).toString(), Files.readAllLines(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
