package dev.fermata.processor.catalogue;

import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The ways in which a shape is compiled: to run as it is, to run rewritten, and to read what the rewriting starts from. */
enum Side {
    /** Against a language whose await blocks, without any processor. */
    ORACLE {
        @Override
        List<String> options() {
            // The runtime's guard, which is on the class path of this test, would miss the processor.
            return List.of("-proc:none", "-Xplugin:FermataGuard off");
        }

        @Override
        ClassLoader parent() {
            return ClassLoader.getPlatformClassLoader();
        }
    },

    /** Against the runtime, without the processor. */
    PLAIN {
        @Override
        List<String> options() {
            return List.of(
                    "-proc:none",
                    "-Xplugin:FermataGuard off",
                    "-classpath",
                    ClassPath.of("dev.fermata.Coroutine", "org.jspecify.annotations.NullMarked"));
        }

        @Override
        ClassLoader parent() {
            return Side.class.getClassLoader();
        }

        @Override
        String kitFolder() {
            return WOVEN.kitFolder();
        }
    },

    /** As {@link #WOVEN}, of shapes that return futures: see {@link FutureShapes}. */
    FUTURES {
        @Override
        List<String> options() {
            return WOVEN.options();
        }

        @Override
        ClassLoader parent() {
            return WOVEN.parent();
        }
    },

    /** Against the runtime, by the processor. */
    WOVEN {
        @Override
        List<String> options() {
            return List.of(
                    "-processorpath",
                    ClassPath.ofThisTest(),
                    "-classpath",
                    ClassPath.of("dev.fermata.Coroutine", "org.jspecify.annotations.NullMarked"),
                    // The catalogue is full of what the optional checks warn of: that is its trade.
                    "-Afermata.checks=off");
        }

        @Override
        ClassLoader parent() {
            return Side.class.getClassLoader();
        }
    };

    /** How this side is compiled, apart from what both have in common. */
    abstract List<String> options();

    /** What the classes of this side are loaded above. */
    abstract ClassLoader parent();

    /** The kit, and what this side alone adds to it. */
    List<Path> kit() {
        List<Path> files = new ArrayList<>(Sources.kit());
        files.addAll(Sources.in(kitFolder()));
        return files;
    }

    /** Where the catalogue has what is this side's own. */
    String kitFolder() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** A loader without history. */
    ClassLoader load(Path... folders) {
        URL[] urls = new URL[folders.length];
        for (int i = 0; i < folders.length; i++) {
            urls[i] = url(folders[i]);
        }
        return new java.net.URLClassLoader(urls, parent());
    }

    private static URL url(Path folder) {
        try {
            return folder.toUri().toURL();
        } catch (java.net.MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }
}
