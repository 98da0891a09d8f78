package dev.wit4j.codegen.translate;

import dev.wit4j.codegen.live.Unit;
import dev.wit4j.parser.diagnostic.Diagnostic;
import dev.wit4j.parser.model.Function;
import dev.wit4j.parser.model.FunctionKind;
import dev.wit4j.parser.model.KindParts;
import dev.wit4j.parser.model.Param;
import dev.wit4j.parser.model.PrimitiveType;
import dev.wit4j.parser.model.Resolve;
import dev.wit4j.parser.model.Type;
import dev.wit4j.parser.model.TypeDef;
import dev.wit4j.parser.model.TypeDefKind;
import dev.wit4j.parser.model.TypeId;
import dev.wit4j.parser.source.Span;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Refuses what Java cannot hold, at its place in WIT, before anybody meets it as a message of the compiler. */
public final class JavaLimits {
    private static final int MOST_PARAMETER_SLOTS = 254;
    private static final int MOST_TUPLE_MEMBERS = 254;
    private static final int MOST_FIELDS = 2_000;
    private static final int MOST_VARIANT_CASES = 2_000;
    private static final int MOST_ENUM_CASES = 7_000;
    private static final int MOST_FLAGS = 3_000;
    private static final int MOST_FUNCTIONS = 5_000;

    private final Resolve resolve;
    private final List<Diagnostic> diagnostics;
    private final Set<TypeId> seen = new HashSet<>();

    /** A check of {@code resolve} that reports to {@code diagnostics}. */
    public JavaLimits(Resolve resolve, List<Diagnostic> diagnostics) {
        this.resolve = resolve;
        this.diagnostics = diagnostics;
    }

    /** Checks the types and functions of a unit. */
    public void check(Unit unit) {
        atMost(MOST_FUNCTIONS, unit.functions().size(), "functions in one interface", unit.span());
        unit.types().forEach(type -> check(type, resolve.type(type).span()));
        for (Function function : unit.functions()) {
            int first = function.kind() instanceof FunctionKind.Method ? 1 : 0;
            int slots = 0;
            for (Param param :
                    function.params().subList(first, function.params().size())) {
                slots += isWide(param.type()) ? 2 : 1;
                check(param.type(), param.span());
            }
            atMost(
                    MOST_PARAMETER_SLOTS,
                    slots,
                    "slots for parameters (u32, u64, s64 and f64 take two)",
                    function.span());
            function.result().ifPresent(result -> check(result, function.span()));
        }
    }

    private boolean isWide(Type type) {
        Type seenThrough = type;
        while (seenThrough instanceof TypeId id && resolve.type(id).kind() instanceof TypeDefKind.Alias alias) {
            seenThrough = alias.type();
        }
        return seenThrough == PrimitiveType.U32
                || seenThrough == PrimitiveType.U64
                || seenThrough == PrimitiveType.S64
                || seenThrough == PrimitiveType.F64;
    }

    /** Checks a type where it is used at {@code use}, which is the place to show if it has none of its own. */
    private void check(Type type, Span use) {
        if (!(type instanceof TypeId id) || !seen.add(id)) {
            return;
        }
        TypeDef definition = resolve.type(id);
        TypeDefKind kind = definition.kind();
        Span span = definition.span().isKnown() ? definition.span() : use;
        if (kind instanceof TypeDefKind.Record record) {
            atMost(MOST_FIELDS, record.fields().size(), "fields in a record", span);
        } else if (kind instanceof TypeDefKind.Variant variant) {
            atMost(MOST_VARIANT_CASES, variant.cases().size(), "cases in a variant", span);
        } else if (kind instanceof TypeDefKind.Enum cases) {
            atMost(MOST_ENUM_CASES, cases.cases().size(), "cases in an enum", span);
        } else if (kind instanceof TypeDefKind.Flags flags) {
            atMost(MOST_FLAGS, flags.flags().size(), "flags in one type", span);
        } else if (kind instanceof TypeDefKind.Tuple tuple) {
            atMost(MOST_TUPLE_MEMBERS, tuple.types().size(), "members in a tuple", span);
        } else if (kind instanceof TypeDefKind.FixedLengthList list) {
            atMost(Integer.MAX_VALUE, Integer.toUnsignedLong(list.size()), "elements in a list", span);
        }
        KindParts.of(kind).forEach(part -> check(part, span));
    }

    private void atMost(int limit, long count, String what, Span span) {
        if (count > limit) {
            diagnostics.add(Diagnostic.error(
                            "java-limit",
                            span,
                            "Java has no room for " + count + " " + what + "; the limit is " + limit)
                    .withHint("divide it: a record in place of many parameters or members, several interfaces in place"
                            + " of one"));
        }
    }
}
