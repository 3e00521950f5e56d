package dev.fermata.processor.check;

import java.util.List;

/** All checks, in the order of their ids: the order of what they say about one position. */
final class CheckRegistry {
    static final List<Check> CHECKS = List.of(
            new AwaitOutsideAsyncCheck(),
            new AsyncReturnTypeCheck(),
            new AsyncModifiersCheck(),
            new AwaitInSynchronizedCheck(),
            new YieldOutsideGeneratorCheck(),
            new YieldInScopeCheck(),
            new GeneratorReturnCheck(),
            new AsyncIterationOutsideAsyncCheck(),
            new AsyncIntersectionCheck(),
            new BridgeTargetCheck(),
            new AsyncCloseOutsideAsyncCheck(),
            new CoroutineNotAwaitedCheck(),
            new NullCoroutineCheck(),
            new AwaitedTwiceCheck(),
            new NestedRunCheck(),
            new LockAcrossAwaitCheck(),
            new DroppedTaskCheck(),
            new BlockingCallCheck(),
            new CancellationSwallowedCheck(),
            new ThreadLocalAcrossAwaitCheck(),
            new LostUpdateCheck(),
            new ReturnBypassesTryCheck(),
            new ForeignAsyncCheck(),
            new AsyncWithoutAwaitCheck(),
            new AwaitInFinallyCheck());

    private CheckRegistry() {}
}
