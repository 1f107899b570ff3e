package dev.scimbridge.sandbox;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Everybody who ever was in the workspace. Knows no rules and no clock; {@link People} guards it. */
final class Register {
    private record Invite(Instant made, Line line) {}

    private final List<Line> lines = new ArrayList<>();
    private final Map<String, List<Line>> byEmail = new HashMap<>();
    private final Map<String, Line> byUid = new HashMap<>();
    private final NavigableSet<Invite> open = new TreeSet<>(Comparator.comparing(Invite::made)
            .thenComparing(invite -> invite.line().number()));

    /** Somebody who was there before the doors opened. Their invites stay as they are until a hand moves them. */
    Line settle(Person person) {
        return line(person, Instant.MIN);
    }

    Line add(Person person, Instant at) {
        Line line = line(person, at);
        awaitAnswer(line);
        return line;
    }

    private Line line(Person person, Instant at) {
        Line line = new Line(lines.size(), person, at);
        lines.add(line);
        byEmail.computeIfAbsent(key(person.email()), none -> new ArrayList<>(1)).add(line);
        person.uid().ifPresent(uid -> byUid.put(uid, line));
        return line;
    }

    void change(Line line, Person next, Instant at) {
        open.remove(new Invite(line.since(), line));
        String before = key(line.person().email());
        String after = key(next.email());
        if (!before.equals(after)) {
            byEmail.getOrDefault(before, List.of()).remove(line);
            byEmail.computeIfAbsent(after, none -> new ArrayList<>(1)).add(line);
        }
        next.uid().ifPresent(uid -> byUid.put(uid, line));
        line.write(next, at);
        awaitAnswer(line);
    }

    private void awaitAnswer(Line line) {
        if (line.person().is(Standing.INVITED)) {
            open.add(new Invite(line.since(), line));
        }
    }

    /** The person behind an invite gets a uid, and what other invites they had are void. */
    void signUp(Line line, Instant at) {
        change(
                line,
                line.person().signedUp(uid(line.number() + " " + line.person().email())),
                at);
        for (Line other : withEmail(line.person().email())) {
            if (other != line) {
                change(other, other.person().as(Standing.REMOVED), at);
            }
        }
    }

    /** The lines of this address, without those removed. */
    List<Line> withEmail(String email) {
        return byEmail.getOrDefault(key(email), List.of()).stream()
                .filter(line -> !line.person().is(Standing.REMOVED))
                .toList();
    }

    /** Who has signed up under this uid. */
    Optional<Line> withUid(String uid) {
        return Optional.ofNullable(byUid.get(uid))
                .filter(line -> line.person().standing().signedUp());
    }

    /** The open invite that has waited longest for its answer. */
    Optional<Line> longestInvited() {
        return open.isEmpty() ? Optional.empty() : Optional.of(open.first().line());
    }

    Stream<Person> asOf(Instant moment) {
        return lines.stream().flatMap(line -> line.asOf(moment).stream());
    }

    Stream<Line> lines() {
        return lines.stream();
    }

    /** 64 hexadecimal digits; the same in every run, so that a demo restarted is the same demo. */
    static String uid(String words) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(words.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A uid for the next line. */
    String freshUid(String email) {
        return uid(lines.size() + " " + email);
    }

    private static String key(String email) {
        return email.toLowerCase(Locale.ROOT);
    }
}
