package dev.wit4j.maven.generation;

import dev.wit4j.maven.incremental.Fingerprint;
import dev.wit4j.maven.source.WitInputs;
import java.util.Optional;

/**
 * What one execution of a goal has to generate.
 *
 * @param version the version of the plugin, which generated sources name
 * @param pluginIdentity what tells this plugin from another one, which may generate something else
 * @param selection which part of the WIT counts
 * @param java how the Java looks
 * @param provider the class that makes the component known to a host, if the jar names one
 * @param folders where it is written
 */
public record GenerationRequest(
        String version,
        String pluginIdentity,
        Selection selection,
        JavaOptions java,
        Optional<String> provider,
        OutputFolders folders) {
    /** A digest of everything that the outputs depend on. */
    String fingerprint(WitInputs inputs) {
        var fingerprint = new Fingerprint().option("plugin", pluginIdentity);
        selection.addTo(fingerprint);
        java.addTo(fingerprint);
        fingerprint.option("provider", provider.orElse(""));
        folders.addTo(fingerprint);
        inputs.addTo(fingerprint);
        return fingerprint.toHex();
    }
}
