package corpus;

import dev.fermata.Coroutine;

import static dev.fermata.Coroutine.suspend;

class Trap {
    Object poll(Object what) {
        Object answer = Coroutine.suspend(what); // error AwaitOutsideAsync
        return answer == null ? Coroutine.<Object>suspend("again") : answer; // error AwaitOutsideAsync
    }
}
