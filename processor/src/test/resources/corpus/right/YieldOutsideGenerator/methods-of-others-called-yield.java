package corpus;

import java.util.List;

class Field {
    private int harvest;

    int yield(int of) {
        harvest += of;
        return harvest;
    }

    static int yieldFrom(List<Integer> all) {
        int sum = 0;
        for (int each : all) {
            sum += new Field().yield(each);
        }
        return sum;
    }

    int twice() {
        return this.yield(1) + Field.yieldFrom(List.of(1));
    }
}
