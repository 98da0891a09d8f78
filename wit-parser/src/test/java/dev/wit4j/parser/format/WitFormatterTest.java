package dev.wit4j.parser.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wit4j.parser.Models;
import dev.wit4j.parser.PackageInput;
import dev.wit4j.parser.ParseOptions;
import dev.wit4j.parser.ParseResult;
import dev.wit4j.parser.WitParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class WitFormatterTest {
    private static final Path CORPUS = Path.of(System.getProperty("wit4j.corpus"));
    private static final WitFormatter FORMATTER = new WitFormatter();
    private static final AtomicInteger RUN = new AtomicInteger();

    private static String format(String text) {
        FormatResult result = FORMATTER.format("a.wit", text);
        assertThat(result.diagnostics()).isEmpty();
        return result.text().orElseThrow();
    }

    @Test
    void itemsStandOnLinesOfTheirOwn() {
        assertThat(format("""
                package  a : b @ 1.0.0-rc.1+x ;interface i{use c:d/e@1.2.3 . { f , g as h };
                record r{a:u8,b:list<tuple<u8,string,>>}  enum e{} flags f { one }
                resource x{constructor(a:u8)->result<x,string>;m:static async func();}
                variant v{a(u8),b,}
                type t = result<_,u8>;g:func(a:u8,)->map<string,u8>;}
                world w{import c:d/e@1.2.3;import l:e;import f:func(); include x with{a as b,} export y: interface { } }
                """)).isEqualTo("""
                package a:b@1.0.0-rc.1+x;
                interface i {
                  use c:d/e@1.2.3.{f, g as h};
                  record r {
                    a: u8,
                    b: list<tuple<u8, string>>,
                  }
                  enum e {}
                  flags f {
                    one,
                  }
                  resource x {
                    constructor(a: u8) -> result<x, string>;
                    m: static async func();
                  }
                  variant v {
                    a(u8),
                    b,
                  }
                  type t = result<_, u8>;
                  g: func(a: u8) -> map<string, u8>;
                }
                world w {
                  import c:d/e@1.2.3;
                  import l: e;
                  import f: func();
                  include x with { a as b }
                  export y: interface {}
                }
                """);
    }

    @Test
    void commentsStayWhereTheyBelong() {
        assertThat(format("""
                // a licence

                /// the package
                package a:b;   // trailing


                /* block
                     with lines */
                interface i { // of the brace
                      // first
                  f: func( // one
                    /// doc of a
                    a: u8
                    );

                  record r { a: u8, // about a
                    b: u8 // about b
                  // at the end
                  }
                }
                """)).isEqualTo("""
                // a licence

                /// the package
                package a:b; // trailing

                /* block
                     with lines */
                interface i { // of the brace
                  // first
                  f: func( // one
                    /// doc of a
                    a: u8,
                  );

                  record r {
                    a: u8, // about a
                    b: u8, // about b
                    // at the end
                  }
                }
                """);
    }

    @Test
    void gatesStandAboveTheirItems() {
        assertThat(format("package a:b@1.0.0; @since( version=1.0.0 )@deprecated(version = 1.0.0) interface i {}"))
                .isEqualTo("""
                package a:b@1.0.0;
                @since(version = 1.0.0)
                @deprecated(version = 1.0.0)
                interface i {}
                """);
    }

    @Test
    void whatDoesNotFitIsBrokenBetweenItsElements() {
        assertThat(format(
                        "package a:b; interface i { a-really-rather-long-name: func(first-parameter: list<tuple<string,"
                                + " string>>, second-parameter: string); }"))
                .isEqualTo("""
                package a:b;
                interface i {
                  a-really-rather-long-name: func(
                    first-parameter: list<tuple<string, string>>,
                    second-parameter: string,
                  );
                }
                """);
    }

    @Test
    void brokenTextIsNotFormatted() {
        FormatResult result = FORMATTER.format("a.wit", "package a:b; interface {");
        assertThat(result.text()).isEmpty();
        assertThat(result.diagnostics()).isNotEmpty();
    }

    @TestFactory
    Stream<DynamicTest> formattingKeepsTheModelAndSettlesAtOnce() {
        return files().map(file ->
                DynamicTest.dynamicTest(CORPUS.relativize(file).toString(), () -> {
                    String text = Files.readString(file);
                    FormatResult result = FORMATTER.format(file.toString(), text);
                    ParseResult before = parse(text);
                    if (result.text().isPresent()) {
                        String formatted = result.text().get();
                        assertThat(formatAgain(formatted)).isEqualTo(formatted);
                        ParseResult after = parse(formatted);
                        assertThat(after.resolve().map(Models::withoutSpans))
                                .isEqualTo(before.resolve().map(Models::withoutSpans));
                        assertThat(after.diagnostics()).hasSameSizeAs(before.diagnostics());
                    } else {
                        assertThat(before.hasErrors()).isTrue();
                    }
                    RUN.incrementAndGet();
                }));
    }

    @AfterAll
    static void count() {
        System.out.println("corpus: " + RUN.get() + " run, 0 skipped (formatting)");
    }

    private static String formatAgain(String text) {
        return FORMATTER.format("again.wit", text).text().orElseThrow();
    }

    private static ParseResult parse(String text) {
        return new WitParser(ParseOptions.DEFAULT.withAllFeatures(true))
                .parse(PackageInput.Text.of("a.wit", text), List.of());
    }

    private static Stream<Path> files() {
        try (Stream<Path> files = Files.walk(CORPUS)) {
            List<Path> all = files.filter(file -> file.toString().endsWith(".wit"))
                    .sorted()
                    .toList();
            assertThat(all).isNotEmpty();
            return all.stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
