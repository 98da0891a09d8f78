package dev.wit4j.parser.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wit4j.parser.PackageInput;
import dev.wit4j.parser.ParseOptions;
import dev.wit4j.parser.ParseResult;
import dev.wit4j.parser.WitParser;
import dev.wit4j.parser.diagnostic.Diagnostic;
import dev.wit4j.parser.model.Resolve;
import dev.wit4j.parser.model.World;
import dev.wit4j.parser.model.WorldItem;
import dev.wit4j.parser.model.WorldKey;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Worlds after elaboration, {@code include} and gates. */
class WorldsTest {
    private static ParseResult parse(String text) {
        return new WitParser(ParseOptions.DEFAULT)
                .parse(PackageInput.Text.of("a.wit", "package a:b@1.0.0;\n" + text), List.of());
    }

    private static World world(Resolve resolve, String name) {
        return resolve.world(resolve.packages().get(0).worlds().get(name));
    }

    private static List<String> keys(Resolve resolve, Map<WorldKey, WorldItem> items) {
        return items.keySet().stream()
                .map(key -> key instanceof WorldKey.Interface known
                        ? resolve.iface(known.id()).name().orElseThrow()
                        : ((WorldKey.Name) key).name())
                .toList();
    }

    @Test
    void whatAnImportNeedsStandsBeforeIt() {
        Resolve resolve = parse("""
                        interface a { type t = u8; }
                        interface b { use a.{t}; }
                        interface c { use b.{t}; }
                        world w { import f: func(); import c; }
                        """).resolve().orElseThrow();
        assertThat(keys(resolve, world(resolve, "w").imports())).containsExactly("a", "b", "c", "f");
    }

    @Test
    void whatAnExportNeedsIsImportedUnlessItIsExported() {
        Resolve resolve = parse("""
                        interface a { type t = u8; }
                        interface b { use a.{t}; }
                        world outside { export b; }
                        world inside { export b; export a; }
                        """).resolve().orElseThrow();
        assertThat(keys(resolve, world(resolve, "outside").imports())).containsExactly("a");
        assertThat(keys(resolve, world(resolve, "inside").imports())).isEmpty();
        assertThat(keys(resolve, world(resolve, "inside").exports())).containsExactly("a", "b");
    }

    @Test
    void anIncludedResourceIsRenamedTogetherWithItsFunctions() {
        Resolve resolve = parse("""
                        world x { resource r { constructor(); m: func(); s: static func(); } import f: func(); }
                        world w { include x with { r as q, f as g } }
                        """).resolve().orElseThrow();
        assertThat(keys(resolve, world(resolve, "w").imports()))
                .containsExactly("q", "g", "[constructor]q", "[method]q.m", "[static]q.s");
    }

    @Test
    void aTypeMadeOfAUsedOneComesWhereTheUseAllowsIt() {
        String interfaces = "interface a { type t = u8; }\n";
        Resolve before = parse(interfaces + "interface i { use a.{t}; record r { f: t } enum e { x } }")
                .resolve()
                .orElseThrow();
        assertThat(before.interfaces().get(1).types().keySet()).containsExactly("t", "r", "e");
        Resolve behind = parse(interfaces + "interface i { record r { f: t } enum e { x } use a.{t}; }")
                .resolve()
                .orElseThrow();
        assertThat(behind.interfaces().get(1).types().keySet()).containsExactly("t", "e", "r");
    }

    @Test
    void aLabelGivesAnInterfaceAnotherName() {
        Resolve resolve = parse("interface a { f: func(); } world w { import x: a; import y: a; import a; }")
                .resolve()
                .orElseThrow();
        assertThat(keys(resolve, world(resolve, "w").imports())).containsExactly("x", "y", "a");
        assertThat(world(resolve, "w").imports().values())
                .extracting(item -> ((WorldItem.Interface) item).id().index())
                .containsOnly(0);
    }

    @Test
    void anExportRestsOnNoInterfaceThatIsExportedByALabelOnly() {
        String interfaces = "interface a { type t = u8; } interface b { use a.{t}; }\n";
        Resolve resolve = parse(interfaces + "world w { export x: a; export b; }")
                .resolve()
                .orElseThrow();
        assertThat(keys(resolve, world(resolve, "w").imports())).containsExactly("a");
        assertThat(keys(resolve, world(resolve, "w").exports())).containsExactly("x", "b");
        assertThat(parse(interfaces + "world w { export b; export x: a; }").diagnostics())
                .extracting(Diagnostic::code)
                .containsExactly("incompatible-dependency");
    }

    @Test
    void aGateThatNamesALaterVersionIsRefused() {
        assertThat(parse("interface a { @since(version = 1.0.1) f: func(); }").diagnostics())
                .extracting(Diagnostic::code)
                .containsExactly("invalid-gate");
    }

    @Test
    void whatRefersToALeftOutItemHasToBeLeftOutToo() {
        assertThat(parse("interface a { @unstable(feature = x) type t = u8; f: func(a: t); }")
                        .diagnostics())
                .extracting(Diagnostic::code)
                .containsExactly("excluded-reference");
        assertThat(parse("""
                                interface a {
                                  @unstable(feature = x) type t = u8;
                                  @unstable(feature = x) f: func(a: t);
                                }
                                """).diagnostics()).isEmpty();
    }
}
