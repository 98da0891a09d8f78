package dev.wit4j.codegen.name;

import dev.wit4j.codegen.live.Unit;
import dev.wit4j.codegen.name.Names.ExceptionNames;
import dev.wit4j.codegen.name.Names.UnitNames;
import dev.wit4j.parser.diagnostic.Diagnostic;
import dev.wit4j.parser.model.Resolve;
import dev.wit4j.parser.model.TypeDef;
import dev.wit4j.parser.model.TypeId;
import dev.wit4j.parser.source.Span;
import java.util.List;

/**
 * Refuses names that lead to files and folders whose names no file system takes: javac would fail at them far from the WIT. The
 * longest are those of nested classes, {@code TypesCodecs$BucketCodec.class}.
 */
public final class ClassFileNames {
    /** The bytes that common file systems have for a name; the names of Java are one byte a letter here. */
    private static final int LONGEST = 255;

    private static final String ENDING = ".class";
    private static final String LONGEST_PART_OF_TABLE = "$Part10000";
    private static final String LONGEST_OF_TYPE = "Statics";
    private static final String LONGEST_OF_WORLD = "$ExportedFunctions";

    private final Resolve resolve;
    private final List<Diagnostic> diagnostics;

    /** A check of names for {@code resolve} that reports to {@code diagnostics}. */
    public ClassFileNames(Resolve resolve, List<Diagnostic> diagnostics) {
        this.resolve = resolve;
        this.diagnostics = diagnostics;
    }

    /** Checks the classes of a unit, and the package that they are in. */
    public void check(Unit unit, Names names) {
        UnitNames own = names.unit(unit.key());
        for (String segment : own.packageName().split("\\.")) {
            fits("the folder of a Java package", segment, unit.span());
        }
        classFits(own.functions().simpleName() + LONGEST_PART_OF_TABLE, unit.span());
        for (ExceptionNames exception : names.exceptions(unit.key())) {
            classFits(exception.name().simpleName(), unit.span());
        }
        for (TypeId id : unit.types()) {
            TypeDef type = resolve.type(id);
            if (TypeNaming.hasClass(type.kind())) {
                check(own, names.type(id), type.span());
            }
        }
    }

    private void check(UnitNames unit, Names.TypeNames type, Span span) {
        String name = type.type().simpleName();
        String longest = unit.proxies().simpleName() + "$" + name + LONGEST_OF_TYPE;
        for (String member : type.members()) {
            String nested = name + "$" + member;
            longest = nested.length() > longest.length() ? nested : longest;
        }
        classFits(longest, span);
    }

    /** Checks the class of a world. */
    public void check(WorldNaming world, Span span) {
        classFits(world.world().simpleName() + LONGEST_OF_WORLD, span);
    }

    private void classFits(String name, Span span) {
        fits("a class file", name + ENDING, span);
    }

    private void fits(String what, String name, Span span) {
        if (name.length() > LONGEST) {
            diagnostics.add(Diagnostic.error(
                            "java-limit",
                            span,
                            what + " would get a name of " + name.length()
                                    + " bytes, and a file system takes no more than " + LONGEST)
                    .withHint("give it a shorter name, in WIT or for Java alone by hand"));
        }
    }
}
