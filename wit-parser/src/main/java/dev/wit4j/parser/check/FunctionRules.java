package dev.wit4j.parser.check;

import dev.wit4j.parser.diagnostic.Diagnostic;
import dev.wit4j.parser.model.Function;
import dev.wit4j.parser.model.Param;
import java.util.ArrayList;
import java.util.List;

/** What a function has to be like. */
final class FunctionRules {
    private static final int MOST_PARAMETERS = 1000;

    private FunctionRules() {}

    static List<Diagnostic> violations(Function function) {
        UniqueNames names = new UniqueNames("parameter");
        for (Param param : function.params()) {
            names.add(param.name(), param.span());
        }
        List<Diagnostic> violations = new ArrayList<>(names.violations());
        if (function.params().size() > MOST_PARAMETERS) {
            violations.add(Diagnostic.error(
                            "too-many-parameters",
                            function.span(),
                            "function `" + function.itemName() + "` has "
                                    + function.params().size() + " parameters, and at most " + MOST_PARAMETERS
                                    + " are possible")
                    .withHint("put some of them into a record"));
        }
        return violations;
    }
}
