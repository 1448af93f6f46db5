package import Documents

/// A document measured against GB/T 9704-2012.
package struct FormatExamination: Sendable {
    /// What was measured, for whoever wants the numbers.
    package struct Measured: Hashable, Sendable, Codable {
        /// 普通, 信函, 纪要, or 无版头.
        package var form: String
        /// Millimetres, of the first section: width and height of page and text, 天头, 订口.
        package var pageWidth: Double
        package var pageHeight: Double
        package var top: Double
        package var binding: Double
        package var textWidth: Double
        package var textHeight: Double
        /// Of running text; nil where nothing tells.
        package var linesPerPage: Int?
        package var charactersPerLine: Int?
        package var bodyFace: String?
        /// Points.
        package var bodySize: Double?
    }

    package let measured: Measured
    /// By weight, then from the front to the back.
    package let findings: [FormatFinding]

    package init(of anatomy: DocxAnatomy, rules: FormatRules) {
        var check = FormatCheck(anatomy, rules: rules)
        check.checkPages()
        check.checkText()
        check.checkHeadings()
        check.checkHead()
        check.checkEnd()
        check.checkColophon()
        check.checkPageNumbers()
        measured = check.measured
        findings = FindingSeverity.allCases.flatMap { severity in check.findings.filter { $0.severity == severity } }
    }

    /// Whether something is against the standard, not only unusual.
    package var hasErrors: Bool { findings.contains { $0.severity == .error } }

    package func count(_ severity: FindingSeverity) -> Int { findings.filter { $0.severity == severity }.count }
}
