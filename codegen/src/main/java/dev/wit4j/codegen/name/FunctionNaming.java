package dev.wit4j.codegen.name;

import dev.wit4j.codegen.live.Unit;
import dev.wit4j.codegen.name.Names.FunctionKey;
import dev.wit4j.codegen.name.Names.FunctionNames;
import dev.wit4j.parser.diagnostic.Diagnostic;
import dev.wit4j.parser.model.Function;
import dev.wit4j.parser.model.FunctionKind;
import dev.wit4j.parser.model.Param;
import dev.wit4j.parser.model.Resolve;
import dev.wit4j.parser.model.TypeId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Names functions, their constants and parameters, and the methods of a facade that lead to the statics of a resource. */
final class FunctionNaming {
    private final Resolve resolve;
    private final Naming naming;
    private final List<Diagnostic> diagnostics;
    private final Map<FunctionKey, FunctionNames> names = new HashMap<>();
    private final Map<TypeId, String> accessors = new HashMap<>();

    FunctionNaming(Resolve resolve, Naming naming, List<Diagnostic> diagnostics) {
        this.resolve = resolve;
        this.naming = naming;
        this.diagnostics = diagnostics;
    }

    Map<FunctionKey, FunctionNames> names() {
        return names;
    }

    Map<TypeId, String> accessors() {
        return accessors;
    }

    void name(Unit unit) {
        NameScope facade = NameScope.ofMembers(diagnostics);
        NameScope constants = NameScope.ofMembers(diagnostics);
        constants.claimQuietly("TYPE", unit.name(), unit.span());
        Map<TypeId, NameScope> methods = new HashMap<>();
        Map<TypeId, NameScope> statics = new HashMap<>();
        for (Function function : unit.functions()) {
            FunctionKind kind = function.kind();
            String method;
            String constant;
            if (kind.owner().isEmpty()) {
                method = claim(unit, facade, function);
                constant = Casing.upperSnake(function.name());
            } else {
                TypeId resource = kind.owner().get();
                String resourceName = resolve.type(resource).name().orElseThrow();
                boolean isMethod = kind instanceof FunctionKind.Method;
                NameScope scope = isMethod
                        ? methods.computeIfAbsent(resource, r -> methodsOfResource(unit))
                        : statics.computeIfAbsent(resource, r -> NameScope.ofMembers(diagnostics));
                method = claim(unit, scope, function);
                constant = Casing.upperSnake(resourceName) + "_" + Casing.upperSnake(function.itemName());
                if (!isMethod && !accessors.containsKey(resource)) {
                    String accessor = ReservedWords.method(Casing.lowerCamel(resourceName));
                    accessors.put(resource, facade.claim(accessor, resourceName, function.span()));
                }
            }
            names.put(
                    new FunctionKey(unit.key(), function.name()),
                    new FunctionNames(
                            method,
                            constants.claimQuietly(constant, function.name(), function.span()),
                            parameters(function)));
        }
    }

    /** {@code close} is of every resource, {@code handle} of its proxy. */
    private NameScope methodsOfResource(Unit unit) {
        NameScope scope = NameScope.ofMembers(diagnostics);
        scope.claimQuietly("close", unit.name(), unit.span());
        scope.claimQuietly("handle", unit.name(), unit.span());
        return scope;
    }

    /** What a user calls {@code function} behind the name of its unit: {@code get}, {@code bucket.get}. */
    static String item(Resolve resolve, Function function) {
        return function.kind()
                .owner()
                .map(resource -> resolve.type(resource).name().orElseThrow() + "." + function.itemName())
                .orElse(function.name());
    }

    private String claim(Unit unit, NameScope scope, Function function) {
        String wanted = naming.nameOf(unit.name(), item(resolve, function))
                .orElseGet(() -> function.kind() instanceof FunctionKind.Constructor
                        ? "create"
                        : ReservedWords.method(Casing.lowerCamel(function.itemName())));
        boolean expected = wanted.equals("close") || wanted.equals("handle");
        return expected
                ? scope.claimQuietly(wanted, function.name(), function.span())
                : scope.claim(wanted, function.name(), function.span());
    }

    private List<String> parameters(Function function) {
        NameScope scope = NameScope.ofMembers(diagnostics);
        var parameters = new ArrayList<String>();
        int first = function.kind() instanceof FunctionKind.Method ? 1 : 0;
        for (Param param : function.params().subList(first, function.params().size())) {
            String wanted = ReservedWords.variable(Casing.lowerCamel(param.name()), naming);
            parameters.add(scope.claim(wanted, param.name(), param.span()));
        }
        return parameters;
    }
}
