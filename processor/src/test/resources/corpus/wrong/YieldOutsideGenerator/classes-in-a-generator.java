package corpus;

import dev.fermata.Generator;
import dev.fermata.Yields;
import java.util.Comparator;
import java.util.List;

class Walk {
    @Yields
    Generator<String> names(List<String> names) {
        names.sort(new Comparator<String>() {
            @Override
            public int compare(String a, String b) {
                Generator.yield(a); // error YieldOutsideGenerator
                return a.compareTo(b);
            }
        });
        Generator.yield(names.get(0));
        return Generator.end();
    }

    interface Visit {
        default boolean visit(String name) {
            return Generator.<Boolean>yield( // error YieldOutsideGenerator
                    name);
        }
    }
}
