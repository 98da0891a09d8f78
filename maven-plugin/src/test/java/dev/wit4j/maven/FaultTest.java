package dev.wit4j.maven;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wit4j.maven.report.InvalidInputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;

/** Whose fault it is: a mistake of the user fails the build, everything else is an error of it. */
class FaultTest {
    @Test
    void aMistakeOfTheUserIsAFailure() {
        assertThatThrownBy(() ->
                        goal(new InvalidInputException("there is no world `x`")).execute())
                .isInstanceOf(MojoFailureException.class)
                .hasMessage("there is no world `x`");
    }

    @Test
    void aFileThatCannotBeReadIsAnError() {
        assertThatThrownBy(() -> goal(new IOException("a.wit")).execute())
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContainingAll("Cannot read or write a file", "a.wit");
        assertThatThrownBy(() ->
                        goal(new UncheckedIOException(new IOException("b.wit"))).execute())
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContainingAll("Cannot read or write a file", "b.wit");
    }

    @Test
    void aDefectOfThePluginIsAnErrorThatSaysSo() {
        assertThatThrownBy(() -> goal(new IllegalStateException("no such id")).execute())
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContainingAll("a defect of the wit4j-maven-plugin", "please report it", "no such id")
                .hasCauseInstanceOf(IllegalStateException.class);
    }

    private static AbstractWitMojo goal(Exception fault) {
        return new AbstractWitMojo() {
            @Override
            void run() throws InvalidInputException, IOException {
                if (fault instanceof InvalidInputException mistake) {
                    throw mistake;
                } else if (fault instanceof IOException unreadable) {
                    throw unreadable;
                }
                throw (RuntimeException) fault;
            }

            @Override
            Path witDirectory() {
                return Path.of("wit");
            }
        };
    }
}
