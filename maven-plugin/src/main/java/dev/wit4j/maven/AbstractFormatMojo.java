package dev.wit4j.maven;

import dev.wit4j.maven.report.Findings;
import dev.wit4j.maven.report.InvalidInputException;
import dev.wit4j.maven.source.WitFile;
import dev.wit4j.maven.source.WitFolder;
import dev.wit4j.parser.format.FormatResult;
import dev.wit4j.parser.format.WitFormatter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Goals about the form of the project's own WIT files; those in {@code deps/} belong to others. */
abstract class AbstractFormatMojo extends AbstractContractMojo {
    @Override
    final void run() throws InvalidInputException, IOException {
        WitFolder folder = WitFolder.read(witDirectory());
        Map<Path, String> untidy = new TreeMap<>();
        for (WitFile file : folder.files()) {
            String text = new String(file.contents(), StandardCharsets.UTF_8);
            FormatResult result = new WitFormatter().format(file.location(), text);
            new Findings(result.sources(), this::show).report(result.diagnostics(), false);
            String tidy = result.text().orElseThrow();
            if (!tidy.equals(text)) {
                untidy.put(Path.of(file.location()), tidy);
            }
        }
        take(untidy, folder.files().size());
    }

    /**
     * Does something about the form of the files.
     *
     * @param untidy what each file that is not tidy should be
     * @param count the number of all files
     */
    abstract void take(Map<Path, String> untidy, int count) throws InvalidInputException, IOException;
}
