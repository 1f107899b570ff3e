package dev.scimbridge.http.scim.bulk;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A random bulk request, and what is to be expected of it, worked out from how it was made. */
final class RandomBulk {
    final List<Said> said;

    /** Those that lead into a circle. */
    final Set<Integer> circular;

    /** For each, those that have to be answered before it. */
    final List<Set<Integer>> before;

    /**
     * One operation.
     *
     * @param name null unless it is a POST
     * @param resource empty for a POST; the name of another operation's with bulkId: in front
     */
    record Said(@Nullable String name, String resource, List<String> members, boolean bad) {
        String json() {
            String[] refs = members.toArray(String[]::new);
            String json = name == null ? Written.patch("/Groups/" + resource, refs) : Written.post(name, refs);
            return bad ? json.replace("'method'", "'mehtod'") : json;
        }

        Stream<String> references() {
            Stream<String> own = resource.startsWith("bulkId:") ? Stream.of(resource.substring(7)) : Stream.of();
            return Stream.concat(own, members.stream());
        }

        boolean creates() {
            return name != null && !bad;
        }
    }

    RandomBulk(Random random) {
        int size = random.nextInt(25);
        // The fewer names, the more circles and duplicates.
        int names = 1 + random.nextInt(30);
        double density = random.nextDouble() * 1.5;
        said = IntStream.range(0, size)
                .mapToObj(i -> one(random, names, density))
                .toList();
        circular = circular();
        before = IntStream.range(0, size).mapToObj(this::before).toList();
    }

    private static Said one(Random random, int names, double density) {
        List<String> members = new ArrayList<>();
        while (random.nextDouble() * 2 < density && members.size() < 4) {
            members.add("n" + random.nextInt(names));
        }
        boolean bad = random.nextInt(12) == 0;
        if (random.nextInt(5) < 3) {
            return new Said("n" + random.nextInt(names), "", members, bad);
        }
        boolean fresh = random.nextBoolean();
        String resource = fresh ? "bulkId:n" + random.nextInt(names) : "g" + random.nextInt(3);
        return new Said(null, resource, members, bad);
    }

    List<String> json() {
        return said.stream().map(Said::json).toList();
    }

    /** The POST that creates what is called so, -1 if there is none. */
    int maker(String name) {
        return IntStream.range(0, said.size())
                .filter(i -> said.get(i).creates() && name.equals(said.get(i).name()))
                .findFirst()
                .orElse(-1);
    }

    /** Whether it is refused whatever becomes of the others: bad, a second of its name, or referring to nothing. */
    boolean isLost(int place) {
        Said one = said.get(place);
        String name = one.name();
        return one.bad()
                || (name != null && maker(name) != place)
                || one.references().anyMatch(each -> maker(each) < 0);
    }

    private Set<Integer> circular() {
        Set<Integer> left =
                new HashSet<>(IntStream.range(0, said.size()).boxed().toList());
        boolean fewer = true;
        while (fewer) {
            fewer = left.removeIf(place -> needs(place).stream().noneMatch(left::contains));
        }
        return left;
    }

    /** The POSTs that an operation refers to. */
    Set<Integer> needs(int place) {
        Set<Integer> needs = new HashSet<>();
        if (!isLost(place)) {
            said.get(place).references().forEach(each -> needs.add(maker(each)));
        }
        return needs;
    }

    private Set<Integer> before(int place) {
        Set<Integer> before = circular.contains(place) ? new HashSet<>() : needs(place);
        String resource = said.get(place).resource();
        IntStream.range(0, place)
                .filter(each -> said.get(place).name() == null
                        && said.get(each).name() == null
                        && said.get(each).resource().equals(resource))
                .forEach(before::add);
        return Set.copyOf(before);
    }
}
