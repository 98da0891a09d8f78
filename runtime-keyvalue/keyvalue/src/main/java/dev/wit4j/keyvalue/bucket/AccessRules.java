package dev.wit4j.keyvalue.bucket;

import java.util.List;
import java.util.Set;

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

        /** What stands between stars has to be found in this order, at the first place where it is; then the rest ends it. */
        private static boolean covers(String pattern, String name) {
            int star = pattern.indexOf('*');
            if (star < 0) {
                return pattern.equals(name);
            }
            if (!name.startsWith(pattern.substring(0, star))) {
                return false;
            }
            int covered = star;
            for (int next = pattern.indexOf('*', star + 1); next >= 0; next = pattern.indexOf('*', star + 1)) {
                String literal = pattern.substring(star + 1, next);
                int found = name.indexOf(literal, covered);
                if (found < 0) {
                    return false;
                }
                covered = found + literal.length();
                star = next;
            }
            String end = pattern.substring(star + 1);
            return name.length() - covered >= end.length() && name.endsWith(end);
        }
    }
}
