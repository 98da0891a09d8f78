package dev.wit4j.maven;

import dev.wit4j.maven.contract.Contracts;
import dev.wit4j.parser.print.WitPrinter;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Shows the project's WIT as it was understood: resolved, without what the features leave out, as one text.
 *
 * @since 0.1.0
 */
@Mojo(name = "print", requiresDependencyResolution = ResolutionScope.COMPILE, threadSafe = true)
public class PrintMojo extends AbstractTextMojo {
    /**
     * Whether the packages that the project's own one uses are shown with it.
     *
     * @since 0.1.0
     */
    @Parameter(property = "wit4j.all", defaultValue = "false")
    private boolean all;

    @Override
    String text(Contracts contracts) {
        var printer = new WitPrinter();
        return all
                ? printer.printAll(contracts.resolve(), contracts.main())
                : printer.print(contracts.resolve(), contracts.main());
    }
}
