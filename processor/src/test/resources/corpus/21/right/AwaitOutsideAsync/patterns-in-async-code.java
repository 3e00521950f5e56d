package corpus;

import dev.fermata.Async;
import dev.fermata.Coroutine;
import java.util.ArrayList;
import java.util.List;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

sealed interface Tree<T> permits Leaf, Node {}

record Leaf<T>(Coroutine<T> value) implements Tree<T> {}

record Node<T>(Tree<T> left, Tree<T> right) implements Tree<T> {}

class Trees {
    @Async
    <T> Coroutine<List<T>> all(Tree<T> tree) {
        List<T> all = new ArrayList<>();
        switch (tree) {
            case Leaf<T>(var value) -> all.add(await(value));
            case Node<T>(Leaf<T>(var left), Leaf<T>(var right)) when await(size()) > 1 -> {
                all.add(await(left));
                all.add(await(right));
            }
            case Node<T>(var left, var right) -> {
                all.addAll(await(all(left)));
                all.addAll(await(all(right)));
            }
        }
        if (tree instanceof Leaf<T>(var value) && await(size()) == 1) {
            value.close();
        }
        return result(all);
    }

    Coroutine<Integer> size() {
        return result(2);
    }
}
