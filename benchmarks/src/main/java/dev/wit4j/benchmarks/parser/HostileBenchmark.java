package dev.wit4j.benchmarks.parser;

import dev.wit4j.parser.PackageInput;
import dev.wit4j.parser.ParseOptions;
import dev.wit4j.parser.ParseResult;
import dev.wit4j.parser.WitParser;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Input that nests, repeats or never ends: four times the size is to cost four times the time. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class HostileBenchmark {
    /** Kinds of input. */
    public enum Shape {
        /** A type in types, never closed. */
        NESTED_TYPES("package a:b; interface i { type t = ", i -> "list<"),
        /** Packages in packages, never closed. */
        NESTED_PACKAGES("package a:b; ", i -> "package c:d {"),
        /** Comments in comments, never closed. */
        UNCLOSED_COMMENTS("package a:b; ", i -> "/*"),
        /** The same name again and again. */
        SAME_NAME("package a:b; ", i -> "interface i {}\n"),
        /** Functions of types that nobody declared. */
        UNKNOWN_TYPES("package a:b; interface i { ", i -> "f" + i + "x: func(a: n);"),
        /** Aliases of aliases. */
        CHAIN_OF_TYPES("package a:b; interface i { type t0 = u8; ", i -> "type t" + (i + 1) + " = t" + i + ";\n"),
        /** What is no token of the language. */
        NO_TOKENS("", i -> "$");

        private final String head;
        private final IntFunction<String> part;

        Shape(String head, IntFunction<String> part) {
            this.head = head;
            this.part = part;
        }

        String text(int size) {
            StringBuilder text = new StringBuilder(head);
            for (int i = 0; text.length() < size; i++) {
                text.append(part.apply(i));
            }
            return text.toString();
        }
    }

    /** What kind. */
    @Param
    public Shape shape = Shape.NESTED_TYPES;

    /** How much of it. */
    @Param({"64", "256", "1024"})
    public int kilobytes;

    private final WitParser parser = new WitParser(ParseOptions.DEFAULT);
    private PackageInput text = PackageInput.Text.of("none.wit", "");

    /** Makes the text. */
    @Setup
    public void generate() {
        text = PackageInput.Text.of("hostile.wit", shape.text(kilobytes << 10));
    }

    @Benchmark
    public ParseResult parse() {
        return parser.parse(text, List.of());
    }
}
