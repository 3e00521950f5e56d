package dev.fermata.processor.report;

/** How a report is written. */
public enum ReportFormat {
    /** A page to look at. */
    HTML,
    /** Data for programs. */
    JSON;

    /** Returns the format that the name of a file asks for by its ending. */
    public static ReportFormat of(String file) {
        return file.endsWith(".json") ? JSON : HTML;
    }

    /** Writes a report: the same one gives the same text. */
    public String text(Report report) {
        return switch (this) {
            case HTML -> HtmlReport.of(report);
            case JSON -> JsonReport.of(report);
        };
    }
}
