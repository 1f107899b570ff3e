package dev.scimbridge.scim;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Random operations on the members of a group, each with what it means to a plain map of them. */
public final class MemberOperations {
    private static final int NAMES = 12;
    private static final String URN = ResourceSchema.GROUP.urn();

    private final Random random;

    public MemberOperations(Random random) {
        this.random = random;
    }

    /** A member as the model knows it, under its name in lower case. */
    public record Member(String value, @Nullable String display) {}

    /** What an operation does to members, or the {@code scimType} of its refusal. */
    @FunctionalInterface
    public interface Effect {
        @Nullable
        String on(Map<String, Member> members);
    }

    /** An operation as a client says it; {@code byName} when it adds or removes members it calls by their value. */
    public record Operation(String json, boolean byName, Effect effect) {}

    public Operation next() {
        return switch (random.nextInt(9)) {
            case 0 -> replace();
            case 1 -> removeAll();
            case 2 -> removeThose();
            case 3 -> changeDisplay();
            default -> byName();
        };
    }

    public Operation byName() {
        return switch (random.nextInt(4)) {
            case 0 -> removeListed();
            case 1 -> removeNamed();
            default -> add();
        };
    }

    private Operation add() {
        List<Member> some = some();
        return new Operation(at("add", list(some)), true, members -> {
            some.forEach(each -> members.putIfAbsent(key(each), each));
            return null;
        });
    }

    private Operation replace() {
        List<Member> some = some();
        String said = some.isEmpty() ? pick("[]", "null", "''") : list(some);
        return new Operation(at("replace", said), false, members -> {
            members.clear();
            some.forEach(each -> members.putIfAbsent(key(each), each));
            return null;
        });
    }

    private Operation removeAll() {
        String said = pick("", ",'value':null");
        return new Operation("{'op':'remove','path':'" + path() + "'" + said + "}", false, members -> {
            members.clear();
            return null;
        });
    }

    private Operation removeListed() {
        List<Member> some = some();
        String said = "{'op':'remove','path':'" + path() + "','value':" + list(some) + "}";
        return new Operation(said, true, members -> {
            some.forEach(each -> members.remove(key(each)));
            return null;
        });
    }

    /** One name, or several or-ed. */
    private Operation removeNamed() {
        List<String> names = random.ints(1 + random.nextInt(3), 0, NAMES)
                .mapToObj(this::name)
                .toList();
        String filter = names.stream()
                .map(each -> pick("value eq ", "VALUE EQ ", "(value eq ") + "\\'" + each + "\\'")
                .map(each -> each.startsWith("(") ? each + ")" : each)
                .collect(Collectors.joining(pick(" or ", " OR ")));
        return new Operation("{'op':'remove','path':'" + path() + "[" + filter + "]'}", true, members -> {
            names.forEach(each -> members.remove(Folded.of(each)));
            return null;
        });
    }

    /** A filter that does not call all it means by name. */
    private Operation removeThose() {
        String name = name(random.nextInt(NAMES));
        Predicate<Member> named = each -> each.value().equalsIgnoreCase(name);
        Map<String, Predicate<Member>> filters = new LinkedHashMap<>();
        filters.put("display pr", each -> each.display() != null);
        filters.put("not (value eq \\'" + name + "\\')", named.negate());
        filters.put("value ne \\'" + name + "\\'", named.negate());
        filters.put("value ew \\'1\\'", each -> each.value().endsWith("1"));
        filters.put("value eq \\'" + name + "\\' and display pr", each -> named.test(each) && each.display() != null);
        filters.put(
                "display eq \\'d1\\' or value eq \\'" + name + "\\'",
                each -> named.test(each) || "d1".equals(each.display()));
        filters.put("value eq null", each -> false);
        String filter = List.copyOf(filters.keySet()).get(random.nextInt(filters.size()));
        return new Operation("{'op':'remove','path':'" + path() + "[" + filter + "]'}", false, members -> {
            members.values().removeIf(filters.get(filter));
            return null;
        });
    }

    /** What is to be replaced must be there (RFC 7644, 3.5.2.3), and a name once given stays (RFC 7643, 8.7.1). */
    private Operation changeDisplay() {
        Member to = new Member(name(random.nextInt(NAMES)), "d" + random.nextInt(3));
        String op = pick("add", "replace");
        String path = "members[value eq \\'" + to.value() + "\\'].display";
        String said = "{'op':'" + op + "','path':'" + path + "','value':'" + to.display() + "'}";
        return new Operation(said, false, members -> {
            Member before = members.get(key(to));
            if (before == null && op.equals("replace")) {
                return "noTarget";
            }
            if (before != null && before.display() != null && !before.display().equals(to.display())) {
                return "mutability";
            }
            members.put(key(to), before == null ? to : new Member(before.value(), to.display()));
            return null;
        });
    }

    List<Member> some() {
        return random.ints(random.nextInt(5), 0, NAMES)
                .mapToObj(each -> new Member(name(each), random.nextInt(3) == 0 ? "d" + random.nextInt(3) : null))
                .toList();
    }

    private String name(int number) {
        return pick("u", "u", "U") + number;
    }

    private String path() {
        return pick("members", "Members", URN + ":members", "URN:IETF:params:scim:schemas:core:2.0:Group:MEMBERS");
    }

    /** An operation with its target in the path or among the keys of the value. */
    private String at(String op, String said) {
        return switch (random.nextInt(5)) {
            case 0 -> "{'op':'" + op + "','value':{'members':" + said + ",'externalId':'e'}}";
            case 1 -> "{'op':'" + op + "','value':{'" + path() + "':" + said + "}}";
            case 2 -> "{'op':'" + op + "','value':{'" + URN + "':{'Members':" + said + "}}}";
            default -> "{'op':'" + op + "','path':'" + path() + "','value':" + said + "}";
        };
    }

    private String list(List<Member> members) {
        String list = members.stream().map(this::said).collect(Collectors.joining(","));
        return members.size() == 1 && random.nextBoolean() ? list : "[" + list + "]";
    }

    private String said(Member member) {
        String value = "'" + member.value() + "'";
        if (member.display() != null) {
            return "{'display':'" + member.display() + "','VALUE':" + value + "}";
        }
        return pick(value, "{'value':" + value + "}", "{'value':" + value + ",'$ref':null,'type':'User'}");
    }

    private String pick(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    static String key(Member member) {
        return Folded.of(member.value());
    }
}
