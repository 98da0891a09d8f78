package dev.wit4j.parser.binary;

import java.util.Optional;

/**
 * The name of an import or export.
 *
 * @param name the name itself: a label, a mangled function name, or the full name of an interface
 * @param implemented for a label, the full name of the interface that it stands for
 * @param externalId the external id, if it has one
 */
record ExternName(String name, Optional<String> implemented, Optional<String> externalId) {
    static ExternName of(String name) {
        return new ExternName(name, Optional.empty(), Optional.empty());
    }
}
