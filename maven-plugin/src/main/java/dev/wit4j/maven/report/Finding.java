package dev.wit4j.maven.report;

/**
 * A diagnostic as a build reports it.
 *
 * @param error whether the input is refused because of it
 * @param location the path of the file, {@code jar!/name} for one in an archive; empty if there is no place
 * @param line the line, from 1; 0 if there is no place
 * @param column the column, from 1; 0 if there is no place
 * @param message what is wrong
 * @param details the line of source with a mark below, further places and advice; lines separated by {@code \n}
 */
public record Finding(boolean error, String location, int line, int column, String message, String details) {
    /** One line, with the place in the form that development environments make a link of. */
    public String summary() {
        return line == 0 ? message : location + ":[" + line + "," + column + "] " + message;
    }

    /** Everything. */
    public String text() {
        return details.isEmpty() ? summary() : summary() + "\n" + details;
    }
}
