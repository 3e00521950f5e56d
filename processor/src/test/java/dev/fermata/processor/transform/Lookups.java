package dev.fermata.processor.transform;

/** Knows the functional interfaces of the runtime and no others. */
final class Lookups {
    static final ClassLookup RUNTIME = new ClassLookup() {
        @Override
        public boolean isAsyncInterface(String interfaceName) {
            return interfaceName.equals("dev/fermata/AsyncSupplier")
                    || interfaceName.equals("dev/fermata/AsyncFunction");
        }

        @Override
        public boolean isAsyncMethod(String owner, String name, String descriptor) {
            return false;
        }

        @Override
        public boolean isSubclass(String name, String base) {
            return name.equals("Sub") && base.equals("dev/fermata/Coroutine");
        }
    };

    private Lookups() {}
}
