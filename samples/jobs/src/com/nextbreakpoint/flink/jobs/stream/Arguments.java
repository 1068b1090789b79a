package com.nextbreakpoint.flink.jobs.stream;

import java.util.HashMap;
import java.util.Map;

/** Program arguments as pairs of {@code --name value}. Flink's own ParameterTool lies in different packages in 1.x and 2.x. */
final class Arguments {

    private final Map<String, String> values = new HashMap<>();

    Arguments(String... arguments) {
        for (int i = 0; i < arguments.length; i += 2) {
            if (!arguments[i].startsWith("--") || i + 1 == arguments.length) {
                throw new IllegalArgumentException("Argument '" + arguments[i] + "' is not of the form --name value.");
            }
            values.put(arguments[i].substring(2), arguments[i + 1]);
        }
    }

    String text(String name) {
        return values.get(name);
    }

    long number(String name, long otherwise) {
        return values.containsKey(name) ? Long.parseLong(values.get(name)) : otherwise;
    }

    boolean flag(String name) {
        return Boolean.parseBoolean(values.get(name));
    }
}
