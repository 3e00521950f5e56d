package corpus;

import dev.fermata.Async;
import dev.fermata.Coroutine;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.result;

class Größe {
	private int größe;

	@Async
	Coroutine<Integer> länge(Coroutine<Integer> schritt) {
		größe += await(schritt); // warning LostUpdate
		return result(größe);
	}

	int öffne(Coroutine<Integer> schritt) {
		return /* ü */ await(schritt); // error AwaitOutsideAsync
	}
}
