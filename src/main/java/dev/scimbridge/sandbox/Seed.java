package dev.scimbridge.sandbox;

import java.util.List;
import java.util.Locale;

/** Who is in the workspace when it opens: the same people every time, so that stories can name them. */
final class Seed {
    private static final String DOMAIN = "@paradime.example";
    private static final int ENOUGH_FOR_INVITES = 10;

    private static final List<String> FIRST = List.of(
            "Alexandra",
            "Max",
            "Priya",
            "John",
            "Sofia",
            "Mateo",
            "Ingrid",
            "Kwame",
            "Yuki",
            "Amara",
            "Liam",
            "Noor",
            "Elena",
            "Tariq",
            "Chloe",
            "Rafael",
            "Hanna",
            "Diego",
            "Mei",
            "Omar",
            "Freya",
            "Jonas",
            "Leila",
            "Viktor",
            "Zoe",
            "Samuel",
            "Anika",
            "Pedro",
            "Ruth",
            "Emil",
            "Nadia",
            "Oscar");
    private static final List<String> LAST = List.of(
            "James",
            "Miller",
            "Sharma",
            "Okafor",
            "Rossi",
            "Garcia",
            "Larsen",
            "Mensah",
            "Tanaka",
            "Diallo",
            "Murphy",
            "Haddad",
            "Popescu",
            "Aziz",
            "Martin",
            "Costa",
            "Virtanen",
            "Torres",
            "Chen",
            "Farouk",
            "Nilsson",
            "Weber",
            "Karimi",
            "Novak",
            "Papadakis",
            "Cohen",
            "Iyer",
            "Silva",
            "Fischer",
            "Dubois",
            "Petrov",
            "Lindgren");

    private Seed() {}

    static void fill(Register register, int people) {
        for (int i = 0; i < people; i++) {
            Person person = someone(i, accountType(i));
            register.settle(person.signedUp(Register.uid(person.email())));
        }
        if (people >= ENOUGH_FOR_INVITES) {
            register.settle(someone(people, "DEVELOPER"));
            register.settle(someone(people + 1, "BUSINESS"));
            register.settle(someone(people + 2, "BUSINESS").as(Standing.EXPIRED));
        }
    }

    private static Person someone(int number, String accountType) {
        int round = number / FIRST.size();
        String first = FIRST.get(number % FIRST.size());
        String last = LAST.get((number + round) % LAST.size());
        // Every pair of names comes once; from then on they are numbered.
        int again = number / (FIRST.size() * LAST.size());
        String local = (first + "." + last).toLowerCase(Locale.ROOT) + (again == 0 ? "" : again + 1);
        return Person.invited(local + DOMAIN, accountType).called(first + " " + last);
    }

    private static String accountType(int number) {
        if (number < 2) {
            return "ADMIN";
        }
        return number % 11 == 10 ? "ANALYST" : number % 3 == 0 ? "BUSINESS" : "DEVELOPER";
    }
}
