package dev.wit4j.parser.binary;

import dev.wit4j.parser.model.PackageId;
import dev.wit4j.parser.model.Resolve;

/**
 * A package read from its encoding.
 *
 * @param resolve the package, behind what it mentions of other packages
 * @param main its id
 */
public record DecodedPackage(Resolve resolve, PackageId main) {}
