package dev.scimbridge.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Everything a run leaves that somebody else may read, by where it was found, and who of the sought is in it. */
final class Evidence {
    private final Map<String, String> texts = new LinkedHashMap<>();

    Evidence add(String where, String text) {
        texts.merge(where, text, (earlier, later) -> earlier + "\n" + later);
        return this;
    }

    /** Every file below this folder, byte for byte. */
    Evidence files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                add("file " + file.getFileName(), Files.readString(file, StandardCharsets.ISO_8859_1));
            }
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where this is to be read. */
    List<String> placesOf(String sought) {
        List<String> places = new ArrayList<>();
        texts.forEach((where, text) -> {
            int at = text.indexOf(sought);
            if (at >= 0) {
                places.add(where + ": …" + text.substring(Math.max(0, at - 120), Math.min(text.length(), at + 80)));
            }
        });
        return places;
    }
}
