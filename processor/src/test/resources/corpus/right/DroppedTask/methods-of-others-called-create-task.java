package corpus;

import java.util.ArrayList;
import java.util.List;

class Board {
    private final List<String> titles = new ArrayList<>();

    String createTask(String title) {
        titles.add(title);
        return title;
    }

    void fill() {
        createTask("paint");
        new Board().createTask("dry");
        String never = createTask("clean");
    }
}
