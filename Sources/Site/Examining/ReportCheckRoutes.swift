import Examining
import HTTPTypes
import Hummingbird

/// 报告核对: a text is pasted, what is found in it shown. Nothing of it is kept.
struct ReportCheckRoutes {
    let shell: SiteShell
    /// A byte of Chinese text is three in a form; twice what is checked still gets an answer that says so.
    private static let maximumBody = 6 * ReportCheckPage.maximumBytes + 4_096

    func add(to router: Router<SiteContext>) {
        let shell = shell
        router.get(.reportCheck) { _, _ in
            try await shell.page(.reportCheck) { ReportCheckPage(in: $0) }
        }
        router.post(.reportCheck) { request, _ in
            let body = try await request.body.collect(upTo: Self.maximumBody)
            let fields = FormFields(String(buffer: body))
            guard shell.services.formToken.isIn(fields) else { throw SiteError(.foreignForm) }
            // Blanks at its head belong to the text: they count as lines and columns.
            let text = fields.all("text").first ?? ""
            if let refusal = ReportCheckPage.refusal(of: text) {
                return try await shell.page(.reportCheck, status: .unprocessableContent) {
                    ReportCheckPage(text, refusal: refusal, in: $0)
                }
            }
            let rules = try await shell.read { try ExaminingRules($0.catalog) }
            let lines = ReportLines.ofText(Array(text.utf8)) ?? []
            let examination = await Self.examine(lines, rules)
            return try await shell.page(.reportCheck) { ReportCheckPage(text, examination, in: $0) }
        }
    }

    /// Seconds of work for a long text: not on the thread of a store's connection.
    @concurrent private static func examine(_ lines: [String], _ rules: ExaminingRules) async -> Examination {
        Examination(of: lines, date: nil, rules: rules)
    }
}
