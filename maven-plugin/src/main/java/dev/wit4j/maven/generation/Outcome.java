package dev.wit4j.maven.generation;

import dev.wit4j.codegen.output.Changes;
import java.nio.file.Path;
import java.util.Map;

/**
 * How a generation ended.
 *
 * @param upToDate whether there was nothing to do
 * @param changes what was changed on disk
 * @param outputs the digest of every file that is generated now, by its path
 */
public record Outcome(boolean upToDate, Changes changes, Map<Path, String> outputs) {}
