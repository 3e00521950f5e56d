package dev.fermata.processor.catalogue;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;

/** A shape of the catalogue: a method that carries {@code @Shape}. It exists once in each loader. */
record ShapeName(String theme, String method, boolean awaits, boolean fresh) {
    /** The shapes of one class. */
    @SuppressWarnings("unchecked")
    static List<ShapeName> in(String theme, ClassLoader loader) throws ReflectiveOperationException {
        Class<?> mark = loader.loadClass("shapes.kit.Shape");
        List<ShapeName> shapes = new ArrayList<>();
        for (Method method : Class.forName("shapes." + theme, false, loader).getDeclaredMethods()) {
            Object shape = method.getAnnotation((Class<java.lang.annotation.Annotation>) mark);
            if (shape != null) {
                boolean awaits = (boolean) mark.getMethod("awaits").invoke(shape);
                boolean fresh = (boolean) mark.getMethod("fresh").invoke(shape);
                shapes.add(new ShapeName(theme, method.getName(), awaits, fresh));
            }
        }
        shapes.sort(java.util.Comparator.comparing(ShapeName::method));
        return shapes;
    }

    /** The method itself. */
    Method in(ClassLoader loader) throws ReflectiveOperationException {
        return Class.forName("shapes." + theme, false, loader)
                .getDeclaredMethod(method, loader.loadClass("shapes.kit.Tape"));
    }

    @Override
    public String toString() {
        return theme + "." + method;
    }
}
