package dev.wit4j.keyvalue.bucket;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which component may do what to which bucket. The first rule whose patterns match decides; what no rule matches is denied. In
 * a pattern, {@code *} stands for any number of characters and everything else for itself.
 *
 * @param rules in the order in which they are asked
 */
public record AccessRules(List<Rule> rules) {
    /** Every component may do everything. */
    public static final AccessRules ALLOW_ALL =
            new AccessRules(List.of(new Rule("*", "*", Set.of(Verb.READ, Verb.WRITE, Verb.LIST))));

    public AccessRules {
        rules = List.copyOf(rules);
    }

    /** Whether {@code component} may do {@code verb} to {@code bucket}. */
    public boolean allow(String component, Verb verb, String bucket) {
        for (Rule rule : rules) {
            if (rule.matches(component, bucket)) {
                return rule.verbs().contains(verb);
            }
        }
        return false;
    }

    /**
     * One rule.
     *
     * @param component a pattern for the name of the component
     * @param bucket a pattern for the name of the bucket
     * @param verbs what is allowed; nothing, to deny
     */
    public record Rule(String component, String bucket, Set<Verb> verbs) {
        public Rule {
            verbs = Set.copyOf(verbs);
        }

        private boolean matches(String componentName, String bucketName) {
            return covers(component, componentName) && covers(bucket, bucketName);
        }

        private static boolean covers(String pattern, String name) {
            String[] literals = pattern.split("\\*", -1);
            String regex = Stream.of(literals).map(Pattern::quote).collect(Collectors.joining(".*"));
            return Pattern.compile(regex, Pattern.DOTALL).matcher(name).matches();
        }
    }
}
