package dev.wit4j.redis;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The options that a URI says behind its question mark, each as {@code name=value}. */
final class UriOptions {
    private static final Pattern DURATION = Pattern.compile("([0-9]{1,9})(ms|s)");

    private static final Map<String, BiFunction<RedisOptions, String, RedisOptions>> BY_NAME = new TreeMap<>(Map.of(
            "namespace", RedisOptions::withNamespace,
            "connections", (options, text) -> options.withConnections(number(text)),
            "connect-timeout", (options, text) -> options.withConnectTimeout(duration(text)),
            "reply-timeout", (options, text) -> options.withReplyTimeout(duration(text)),
            "attempts", (options, text) -> options.withRetries(options.retries().withAttempts(number(text))),
            "retry-for", (options, text) -> options.withRetryFor(duration(text)),
            "shards", (options, text) -> options.withShards(number(text)),
            "replicas", (options, text) -> options.withReplicas(number(text))));

    private UriOptions() {}

    /**
     * What {@code uri} says, and {@code others} where it says nothing.
     *
     * @throws IllegalArgumentException if it says what is no option, or no value of one
     */
    static RedisOptions of(URI uri, RedisOptions others) {
        RedisOptions options = others;
        for (String part : Optional.ofNullable(uri.getRawQuery()).orElse("").split("&")) {
            int equals = part.indexOf('=');
            String name = equals < 0 ? part : part.substring(0, equals);
            if (!name.isEmpty() && !name.equals("master")) {
                options = with(options, name, part.substring(equals + 1));
            }
        }
        return options;
    }

    private static RedisOptions with(RedisOptions options, String name, String value) {
        var option = BY_NAME.get(name);
        if (option == null) {
            throw new IllegalArgumentException("'" + name + "' in a Redis URI is no option; there are master, "
                    + String.join(", ", BY_NAME.keySet()));
        }
        try {
            return option.apply(options, URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("the option " + name + " in a Redis URI: " + e.getMessage(), e);
        }
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + text + "' is no number", e);
        }
    }

    private static Duration duration(String text) {
        Matcher matcher = DURATION.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'" + text + "' is no time: write it as 500ms or 2s");
        }
        long count = Long.parseLong(matcher.group(1));
        return matcher.group(2).equals("s") ? Duration.ofSeconds(count) : Duration.ofMillis(count);
    }
}
