package dev.fermata.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The table of {@link Growth} as SVG: a panel for each thing that grows, with its size on a logarithmic axis and the cost on a
 * linear one that begins at zero. So what is constant is level, what is logarithmic is a straight line, and what is linear
 * turns up like a hook. The same table gives the same text.
 */
final class GrowthPicture {
    private static final int COLUMNS = 2;
    private static final int WIDTH = 400;
    private static final int PLOT = 150;
    private static final int LEFT = 64;
    private static final int RIGHT = 20;
    private static final int TOP = 44;
    private static final int LEGEND = 18;
    private static final int KINDS = 4;

    private static final String STYLE = """
            <style>
            svg { color-scheme: light dark; --back: #ffffff; --text: #1c2330; --muted: #5b6472; --line: #d9dee6;
              --c0: #2457c5; --c1: #b04a00; --c2: #13794a; --c3: #8a2f8f; background: var(--back); }
            @media (prefers-color-scheme: dark) {
              svg { --back: #12151b; --text: #e4e8ef; --muted: #9aa5b5; --line: #333a46;
                --c0: #8aaeff; --c1: #ffab66; --c2: #6fd6a2; --c3: #e29ae6; }
            }
            text { font-family: system-ui, sans-serif; font-size: 12px; fill: var(--text); }
            .title { font-size: 14px; font-weight: 600; }
            .axis { fill: var(--muted); font-size: 11px; }
            .grid { stroke: var(--line); }
            polyline { fill: none; stroke-width: 2; }
            .k0 { stroke: var(--c0); } .k1 { stroke: var(--c1); stroke-dasharray: 7 3; }
            .k2 { stroke: var(--c2); stroke-dasharray: 2 3; } .k3 { stroke: var(--c3); stroke-dasharray: 9 3 2 3; }
            .d0 { fill: var(--c0); } .d1 { fill: var(--c1); } .d2 { fill: var(--c2); } .d3 { fill: var(--c3); }
            </style>
            <rect width="100%" height="100%" style="fill: var(--back)"/>
            """;

    private final StringBuilder svg = new StringBuilder();

    private GrowthPicture() {}

    static String of(List<GrowthLine> table) {
        return new GrowthPicture().draw(table);
    }

    private String draw(List<GrowthLine> table) {
        Map<String, Map<String, List<GrowthLine>>> panels = new LinkedHashMap<>();
        for (GrowthLine line : table) {
            panels.computeIfAbsent(line.panel(), it -> new LinkedHashMap<>())
                    .computeIfAbsent(line.curve(), it -> new ArrayList<>())
                    .add(line);
        }
        int most = panels.values().stream().mapToInt(Map::size).max().orElse(0);
        if (most > KINDS) {
            throw new IllegalArgumentException("a panel has " + most + " curves, but " + KINDS + " look different");
        }
        int height = TOP + PLOT + 34 + most * LEGEND + 14;
        int rows = (panels.size() + COLUMNS - 1) / COLUMNS;
        add(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0 %d %d\">%n",
                COLUMNS * WIDTH, rows * height);
        add("<title>Cost of one operation against how many there are</title>%n");
        svg.append(STYLE);
        int index = 0;
        for (Map.Entry<String, Map<String, List<GrowthLine>>> panel : panels.entrySet()) {
            add("<g transform=\"translate(%d %d)\">%n", index % COLUMNS * WIDTH, index / COLUMNS * height);
            panel(panel.getKey(), panel.getValue());
            add("</g>%n");
            index++;
        }
        return svg.append("</svg>\n").toString();
    }

    private void panel(String title, Map<String, List<GrowthLine>> curves) {
        List<GrowthLine> lines = curves.values().stream().flatMap(List::stream).toList();
        Scale scale = Scale.of(lines);
        add("<text class=\"title\" x=\"%d\" y=\"20\">%s</text>%n", LEFT, escaped(title));
        add("<text class=\"axis\" x=\"%d\" y=\"36\">ns per operation, by how many at once</text>%n", LEFT);
        for (double tick = 0; tick <= scale.top * 1.0001; tick += scale.step) {
            add(
                    "<line class=\"grid\" x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\"/>",
                    LEFT, WIDTH - RIGHT, scale.y(tick), scale.y(tick));
            add(
                    "<text class=\"axis\" text-anchor=\"end\" x=\"%d\" y=\"%.1f\">%s</text>%n",
                    LEFT - 6, scale.y(tick) + 4, number(tick));
        }
        lines.stream()
                .mapToInt(GrowthLine::size)
                .distinct()
                .sorted()
                .forEach(size -> add(
                        "<text class=\"axis\" text-anchor=\"middle\" x=\"%.1f\" y=\"%d\">%,d</text>%n",
                        scale.x(size), TOP + PLOT + 17, size));
        int kind = 0;
        for (Map.Entry<String, List<GrowthLine>> curve : curves.entrySet()) {
            curve(kind, curve.getValue(), scale);
            legend(kind, curve.getKey(), curve.getValue());
            kind++;
        }
    }

    private void curve(int kind, List<GrowthLine> lines, Scale scale) {
        add("<polyline class=\"k%d\" points=\"", kind);
        lines.forEach(line -> add("%.1f,%.1f ", scale.x(line.size()), scale.y(line.nanos())));
        add("\"/>%n");
        lines.forEach(line -> add(
                "<circle class=\"d%d\" r=\"3\" cx=\"%.1f\" cy=\"%.1f\"/>",
                kind, scale.x(line.size()), scale.y(line.nanos())));
        add("%n");
    }

    private void legend(int kind, String name, List<GrowthLine> lines) {
        int y = TOP + PLOT + 38 + kind * LEGEND;
        double least = lines.stream().mapToDouble(GrowthLine::bytes).min().orElse(0);
        double most = lines.stream().mapToDouble(GrowthLine::bytes).max().orElse(0);
        String bytes = number(least).equals(number(most)) ? number(most) : number(least) + " to " + number(most);
        add("<polyline class=\"k%d\" points=\"%d,%d %d,%d\"/>", kind, LEFT, y - 4, LEFT + 24, y - 4);
        add(
                "<text x=\"%d\" y=\"%d\">%s <tspan class=\"axis\">%s B</tspan></text>%n",
                LEFT + 32, y, escaped(name), bytes);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, Math.abs(value) >= 10 || value == Math.rint(value) ? "%,.0f" : "%.1f", value);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** Always with a point and a line feed, wherever it runs. */
    private void add(String format, Object... arguments) {
        svg.append(String.format(Locale.ROOT, format.replace("%n", "\n"), arguments));
    }

    private record Scale(double top, double step, double first, double last) {
        static Scale of(List<GrowthLine> lines) {
            double most = lines.stream().mapToDouble(GrowthLine::nanos).max().orElse(1);
            double power = Math.pow(10, Math.floor(Math.log10(Math.max(most, 0.1) / 2)));
            double step = power;
            for (int factor : new int[] {1, 2, 5}) {
                if (most / (power * factor) > 5) {
                    continue;
                }
                step = power * factor;
                break;
            }
            return new Scale(
                    Math.ceil(most / step) * step,
                    step,
                    Math.log10(lines.stream().mapToInt(GrowthLine::size).min().orElse(1)),
                    Math.log10(lines.stream().mapToInt(GrowthLine::size).max().orElse(1)));
        }

        double x(int size) {
            double share = last == first ? 0.5 : (Math.log10(size) - first) / (last - first);
            return LEFT + 14 + share * (WIDTH - LEFT - RIGHT - 40);
        }

        double y(double nanos) {
            return TOP + PLOT * (1 - nanos / top);
        }
    }
}
