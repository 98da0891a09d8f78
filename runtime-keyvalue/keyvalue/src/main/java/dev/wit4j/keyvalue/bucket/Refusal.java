package dev.wit4j.keyvalue.bucket;

import dev.wit4j.journal.UnavailableException;
import java.util.Locale;

/** Why a request is refused, before each generation puts it into its own words. */
public sealed interface Refusal {
    /** The reason, as a sentence without a full stop. */
    String message();

    /** The key is absent, in a generation to which that is an error. */
    record KeyNotFound() implements Refusal {
        @Override
        public String message() {
            return "Key not found";
        }
    }

    /** There is no such bucket. */
    record NoSuchStore(String bucket) implements Refusal {
        @Override
        public String message() {
            return "there is no bucket '" + bucket + "'";
        }
    }

    /** The component may not do that. */
    record AccessDenied(String component, Verb verb, String bucket) implements Refusal {
        @Override
        public String message() {
            return "component '" + component + "' may not " + verb.name().toLowerCase(Locale.ROOT) + " bucket '"
                    + bucket + "'";
        }
    }

    /** The store did not answer, for as long as it was asked. */
    record Unavailable(UnavailableException cause) implements Refusal {
        @Override
        public String message() {
            return "the store does not answer: " + cause.getMessage();
        }
    }

    /** Anything else. */
    record Other(String message) implements Refusal {}
}
