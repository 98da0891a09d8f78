package dev.wit4j.tool;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;

/**
 * What a command was called with.
 *
 * @param options those that were given
 * @param paths what is no option, in its order
 */
record Arguments(CommandLine options, List<Path> paths) {
    /** Whether it was given. */
    boolean has(Option option) {
        return options.hasOption(option);
    }

    /** The value of an option that is given at most once. */
    Optional<String> value(Option option) {
        return Optional.ofNullable(options.getOptionValue(option));
    }

    /** The values of an option that is a list, in their order; none if it was not given. */
    List<String> values(Option option) {
        return has(option)
                ? Stream.of(options.getOptionValues(option))
                        .flatMap(value -> Stream.of(value.split("[\\s" + OptionKinds.SEPARATOR + "]+")))
                        .filter(value -> !value.isEmpty())
                        .toList()
                : List.of();
    }

    /** The first of what is no option. */
    Path path() {
        return paths.get(0);
    }
}
