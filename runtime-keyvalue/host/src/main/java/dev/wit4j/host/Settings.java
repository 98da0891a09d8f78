package dev.wit4j.host;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The keys of a file of properties, each of which is taken once by whoever knows it. Not safe for use by several threads. */
final class Settings {
    private static final Pattern TIME = Pattern.compile("([0-9]{1,9})(ms|s|m|h|d)");
    private static final Map<String, ChronoUnit> UNITS = Map.of(
            "ms", ChronoUnit.MILLIS,
            "s", ChronoUnit.SECONDS,
            "m", ChronoUnit.MINUTES,
            "h", ChronoUnit.HOURS,
            "d", ChronoUnit.DAYS);

    /** How a time is written, for messages. */
    static final String A_TIME =
            "a time such as 500ms, 30s, 5m, 12h or 7d, from 1ms to " + WorkerOptions.LONGEST_TIME.toDays() + "d";

    private final Map<String, String> left = new TreeMap<>();

    Settings(Properties properties) {
        properties
                .stringPropertyNames()
                .forEach(name -> left.put(name, properties.getProperty(name).strip()));
    }

    /** The keys that nobody has taken yet, in their order. */
    List<String> left() {
        return List.copyOf(left.keySet());
    }

    /** Takes the text of a key, if it is there. */
    Optional<String> text(String key) {
        return Optional.ofNullable(left.remove(key));
    }

    /**
     * Takes the value of a key, if it is there, as what {@code parse} makes of it: nothing or an exception if it is not allowed.
     *
     * @param allowed what the value may be, for the message
     * @throws IllegalArgumentException if it is not allowed; the message names key, value and what is allowed
     */
    <T> Optional<T> value(String key, String allowed, Function<String, Optional<T>> parse) {
        Optional<String> text = text(key);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            Optional<T> value = parse.apply(text.get());
            if (value.isPresent()) {
                return value;
            }
        } catch (IllegalArgumentException e) {
            // Said below.
        }
        throw new IllegalArgumentException(key + " is '" + text.get() + "', it has to be " + allowed);
    }

    /** Takes a number from 1. */
    Optional<Integer> count(String key) {
        return value(
                key,
                "a number from 1 to " + Integer.MAX_VALUE,
                text -> Optional.of(Integer.parseInt(text)).filter(number -> number >= 1));
    }

    /** Takes a time from a millisecond. */
    Optional<Duration> time(String key) {
        return value(key, A_TIME, Settings::parseTime);
    }

    /** The time that {@code text} is, if it is one. */
    static Optional<Duration> parseTime(String text) {
        Matcher time = TIME.matcher(text);
        return Optional.of(time)
                .filter(Matcher::matches)
                .map(matcher -> UNITS.get(matcher.group(2)))
                .map(unit -> Duration.of(Long.parseLong(time.group(1)), unit))
                .filter(duration -> !duration.isZero() && duration.compareTo(WorkerOptions.LONGEST_TIME) <= 0);
    }
}
