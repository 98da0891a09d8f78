package dev.wit4j.redis;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The options by their names: those that a URI says behind its question mark, each as {@code name=value}. */
final class NamedOptions {
    private static final Pattern DURATION = Pattern.compile("([0-9]{1,9})(ms|s)");

    private static final Map<String, BiFunction<RedisOptions, String, RedisOptions>> BY_NAME =
            new TreeMap<>(Map.ofEntries(
                    Map.entry("namespace", RedisOptions::withNamespace),
                    Map.entry("connections", (options, text) -> options.withConnections(number(text))),
                    Map.entry("connect-timeout", (options, text) -> options.withConnectTimeout(duration(text))),
                    Map.entry("reply-timeout", (options, text) -> options.withReplyTimeout(duration(text))),
                    Map.entry(
                            "attempts",
                            (options, text) ->
                                    options.withRetries(options.retries().withAttempts(number(text)))),
                    Map.entry("retry-for", (options, text) -> options.withRetryFor(duration(text))),
                    Map.entry("shards", (options, text) -> options.withShards(number(text))),
                    Map.entry("replicas", (options, text) -> options.withReplicas(number(text))),
                    Map.entry(
                            "sentinel-user",
                            (options, text) ->
                                    options.withSentinels(options.sentinels().withUser(text))),
                    Map.entry(
                            "sentinel-password",
                            (options, text) ->
                                    options.withSentinels(options.sentinels().withPassword(text))),
                    Map.entry(
                            "truststore",
                            (options, text) -> withTrusted(options, Path.of(text), password(trusted(options)))),
                    Map.entry(
                            "truststore-password",
                            (options, text) -> withTrusted(options, file(trusted(options)), text)),
                    Map.entry("keystore", (options, text) -> withOwn(options, Path.of(text), password(own(options)))),
                    Map.entry("keystore-password", (options, text) -> withOwn(options, file(own(options)), text))));

    private NamedOptions() {}

    /**
     * What {@code uri} says, and {@code others} where it says nothing.
     *
     * @throws IllegalArgumentException if it says what is no option, or no value of one
     */
    static RedisOptions of(URI uri, RedisOptions others) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String part : Optional.ofNullable(uri.getRawQuery()).orElse("").split("&")) {
            int equals = part.indexOf('=');
            String name = equals < 0 ? part : part.substring(0, equals);
            if (!name.isEmpty() && !name.equals("master")) {
                values.put(name, decode(part.substring(equals + 1)));
            }
        }
        return of(values, others);
    }

    /**
     * What {@code values} say, and {@code others} where they say nothing.
     *
     * @throws IllegalArgumentException if they say what is no option, or no value of one
     */
    static RedisOptions of(Map<String, String> values, RedisOptions others) {
        RedisOptions options = others;
        for (Map.Entry<String, String> each : values.entrySet()) {
            options = with(options, each.getKey(), each.getValue());
        }
        named("truststore", trusted(options));
        named("keystore", own(options));
        return options;
    }

    private static RedisOptions with(RedisOptions options, String name, String value) {
        var option = BY_NAME.get(name);
        if (option == null) {
            throw new IllegalArgumentException("'" + name + "' is no option of Redis; there are "
                    + String.join(", ", BY_NAME.keySet()) + ", and in the URI also master");
        }
        try {
            return option.apply(options, value);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("the option " + name + " of Redis: " + e.getMessage(), e);
        }
    }

    private static String decode(String value) {
        return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
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

    private static Optional<RedisTls.Store> trusted(RedisOptions options) {
        return options.tls().trusted();
    }

    private static Optional<RedisTls.Store> own(RedisOptions options) {
        return options.tls().own();
    }

    private static Path file(Optional<RedisTls.Store> store) {
        return store.map(RedisTls.Store::file).orElse(Path.of(""));
    }

    private static String password(Optional<RedisTls.Store> store) {
        return store.map(RedisTls.Store::password).orElse("");
    }

    private static RedisOptions withTrusted(RedisOptions options, Path file, String password) {
        return options.withTls(options.tls().withTrusted(new RedisTls.Store(file, password)));
    }

    private static RedisOptions withOwn(RedisOptions options, Path file, String password) {
        return options.withTls(options.tls().withOwn(new RedisTls.Store(file, password)));
    }

    private static void named(String name, Optional<RedisTls.Store> store) {
        if (store.isPresent() && file(store).toString().isEmpty()) {
            throw new IllegalArgumentException("the option " + name + " of Redis, the name of a file, is missing");
        }
    }
}
