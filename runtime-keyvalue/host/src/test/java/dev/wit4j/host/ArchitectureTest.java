package dev.wit4j.host;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The rooms of the house at run time, and the one way that leads through them. */
final class ArchitectureTest {
    private static final JavaClasses RUN_TIME = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("dev.wit4j", "wit");

    private static final String[] STORES = {"dev.wit4j.embedded..", "dev.wit4j.redis.."};

    @Test
    void nothingAtRunTimeSeesWhatBuilds() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.antlr..",
                        "com.palantir.javapoet..",
                        "org.apache.maven..",
                        "dev.wit4j.parser..",
                        "dev.wit4j.codegen..",
                        "dev.wit4j.maven..")
                .check(RUN_TIME);
    }

    @Test
    void coreAndKeyvalueNeedNothingButTheLoggingFacadeAndNullness() {
        classes()
                .that()
                .resideOutsideOfPackages("dev.wit4j.embedded..", "dev.wit4j.redis..", "dev.wit4j.host..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.slf4j..", "org.jspecify..", "dev.wit4j..", "wit..")
                .check(RUN_TIME);
    }

    @Test
    void jedisIsKnownToTheRedisStoreAlone() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.wit4j.redis..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("redis.clients..")
                .check(RUN_TIME);
    }

    @Test
    void sqliteIsKnownToTheEmbeddedStoreAlone() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.wit4j.embedded..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.sqlite..", "java.sql..")
                .check(RUN_TIME);
    }

    @Test
    void storesKnowNeitherEachOtherNorKeyvalueNorTheHost() {
        for (String store : STORES) {
            for (String other : STORES) {
                if (!store.equals(other)) {
                    noClasses()
                            .that()
                            .resideInAPackage(store)
                            .should()
                            .dependOnClassesThat()
                            .resideInAnyPackage(other, "dev.wit4j.keyvalue..", "dev.wit4j.host..")
                            .check(RUN_TIME);
                }
            }
        }
    }

    @Test
    void keyvalueKnowsNoStore() {
        noClasses()
                .that()
                .resideInAPackage("dev.wit4j.keyvalue..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.wit4j.embedded..", "dev.wit4j.redis..", "dev.wit4j.host..")
                .check(RUN_TIME);
    }
}
