package dev.wit4j.parser.resolve;

import dev.wit4j.parser.diagnostic.Diagnostic;
import dev.wit4j.parser.diagnostic.Diagnostics;
import dev.wit4j.parser.model.Function;
import dev.wit4j.parser.model.FunctionKind;
import dev.wit4j.parser.model.Param;
import dev.wit4j.parser.model.Type;
import dev.wit4j.parser.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts the functions of one package into the model. */
final class FunctionLinker {
    private final ModelBuilder model;
    private final TypeLinker types;
    private final GateCheck gates;
    private final Diagnostics diagnostics;

    FunctionLinker(ModelBuilder model, TypeLinker types, GateCheck gates, Diagnostics diagnostics) {
        this.model = model;
        this.types = types;
        this.gates = gates;
        this.diagnostics = diagnostics;
    }

    /** The function in terms of the model; empty if a gate keeps it out or something is wrong with it. */
    Optional<Function> link(Function function) {
        try {
            return gates.includes(function.stability(), function.span())
                    ? Optional.of(linkPresent(function))
                    : Optional.empty();
        } catch (LinkFailure reported) {
            return Optional.empty();
        }
    }

    private Function linkPresent(Function function) {
        Span span = function.span();
        FunctionKind kind = function.kind();
        if (kind.owner().isPresent()) {
            kind = kind.withOwner(types.type(kind.owner().get(), span));
        }
        List<Param> params = new ArrayList<>();
        for (Param param : function.params()) {
            params.add(new Param(param.name(), types.value(param.type(), span), param.span()));
        }
        Optional<Type> result = function.result().isPresent()
                ? Optional.of(types.value(function.result().get(), span))
                : Optional.empty();
        if (result.isPresent() && model.holdsBorrow(result.get())) {
            diagnostics.report(Diagnostic.error(
                            "borrow-in-result",
                            span,
                            "function `" + function.name()
                                    + "` returns a borrowed handle, `borrow<T>`, which it cannot")
                    .withHint("return the resource itself, which hands over an owned handle"));
        }
        return new Function(
                function.name(),
                kind,
                params,
                result,
                function.docs(),
                function.stability(),
                function.externalId(),
                span);
    }
}
