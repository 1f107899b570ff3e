package dev.scimbridge.bench;

import dev.scimbridge.directory.AccountTypeRules;
import dev.scimbridge.directory.Changes;
import dev.scimbridge.directory.Presentation;
import dev.scimbridge.directory.Snapshot;
import dev.scimbridge.directory.Someone;
import dev.scimbridge.directory.User;
import dev.scimbridge.lifecycle.AccountType;
import java.util.Locale;

/** Many people in memory, all managed. */
final class Crowd {
    private Crowd() {}

    static Snapshot of(int people) {
        Snapshot snapshot = Snapshot.empty(new Presentation(AccountTypeRules.DEFAULT));
        for (int i = 0; i < people; i++) {
            snapshot = snapshot.with(Changes.of(Someone.born(person(i), i + 1)));
        }
        return snapshot;
    }

    static User person(int number) {
        return Someone.managed(
                address(number),
                AccountType.DEVELOPER,
                String.format(
                        Locale.ROOT,
                        "{'userName':'%1$s','externalId':'00u%2$08d','name':{'givenName':'Max','familyName':'Miller %2$06d'},"
                                + "'emails':[{'value':'%1$s','type':'work','primary':true}],"
                                + "'roles':[{'value':'DEVELOPER','primary':true}],'active':true}",
                        address(number),
                        number));
    }

    static String address(int number) {
        return "max.miller" + number + "@acme.io";
    }
}
