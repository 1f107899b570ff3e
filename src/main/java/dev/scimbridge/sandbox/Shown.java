package dev.scimbridge.sandbox;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What the control door shows, in plain words. Something absent is left out. */
final class Shown {
    private Shown() {}

    static Map<String, Object> person(People.Seen seen) {
        Person person = seen.person();
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("email", person.email());
        shown.put("name", person.name());
        shown.put("accountType", person.accountType());
        shown.put("standing", person.standing().name().toLowerCase(Locale.ROOT));
        person.uid().ifPresent(uid -> shown.put("uid", uid));
        return shown;
    }

    static Map<String, Object> call(Call call) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("number", call.number());
        shown.put("at", call.at().toString());
        shown.put("operation", call.operation());
        shown.put("arguments", call.arguments());
        shown.put("answered", call.answered());
        shown.put("applied", call.applied());
        return shown;
    }

    static Map<String, Object> plan(Failures.Plan plan) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("way", plan.way());
        plan.operation().ifPresent(operation -> shown.put("operation", operation));
        plan.about().ifPresent(about -> shown.put("about", about));
        shown.put("times", plan.times());
        return shown;
    }
}
