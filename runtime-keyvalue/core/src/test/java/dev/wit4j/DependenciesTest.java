package dev.wit4j;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each package may import, as its {@code package-info.java} says. */
final class DependenciesTest {
    private static final JavaClasses CORE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.wit4j");

    @ParameterizedTest
    @CsvSource({
        "dev.wit4j, dev.wit4j",
        "dev.wit4j.value, dev.wit4j dev.wit4j.value",
        "dev.wit4j.component, dev.wit4j dev.wit4j.value dev.wit4j.component",
        "dev.wit4j.format, dev.wit4j dev.wit4j.value dev.wit4j.component dev.wit4j.format",
        "dev.wit4j.journal, dev.wit4j dev.wit4j.value dev.wit4j.journal",
        "dev.wit4j.memory, dev.wit4j dev.wit4j.value dev.wit4j.journal dev.wit4j.memory",
        "dev.wit4j.runtime.entry, dev.wit4j dev.wit4j.journal dev.wit4j.runtime.entry"
    })
    void aPackageImportsWhatItSays(String from, String to) {
        String[] allowed = Stream.concat(Stream.of(to.split(" ")), Stream.of("java..", "org.jspecify.annotations"))
                .toArray(String[]::new);
        classes()
                .that()
                .resideInAPackage(from)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(allowed)
                .check(CORE);
    }

    @Test
    void theModuleNeedsNothingButAnnotationsAndLogging() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("dev.wit4j..", "java..", "org.jspecify.annotations", "org.slf4j..")
                .check(CORE);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("dev.wit4j.(**)").should().beFreeOfCycles().check(CORE);
    }
}
