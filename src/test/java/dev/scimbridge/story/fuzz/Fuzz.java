package dev.scimbridge.story.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Malformed requests without end: the same for the same seed and number. */
public final class Fuzz {
    /** Comes after every request: few are then waited for in vain, and what is not of it is another one. */
    private static final byte[] END =
            ("0\r\n\r\n" + " ".repeat(4_000) + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII);

    private final List<Sent> corpus;
    private final long seed;

    public Fuzz(List<Sent> corpus, long seed) {
        this.corpus = List.copyOf(corpus);
        this.seed = seed;
    }

    /** A request as it goes over the wire. */
    public byte[] request(int number) {
        Random random = new Random(seed * 1_000_003 + number);
        // Seeds next to each other begin alike.
        random.nextLong();
        Sent sent = corpus.get(random.nextInt(corpus.size()));
        for (int left = 1 + random.nextInt(3); left > 0; left--) {
            sent = Mutations.ALL.get(random.nextInt(Mutations.ALL.size())).apply(sent, random);
        }
        byte[] bytes = sent.bytes();
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(random.nextInt(20) == 0 ? Mutations.spoiled(bytes, random) : bytes);
        all.writeBytes(END);
        return all.toByteArray();
    }
}
