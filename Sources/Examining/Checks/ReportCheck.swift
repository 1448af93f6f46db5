/// One kind of look at a text.
protocol ReportCheck: Sendable {
    func examine(_ text: ExaminedText, _ remarks: inout Remarks)
}
