import Judging
import Monitoring
import Registry
import Standards

extension ExplanationPage {
    /// How the multiple over a limit is computed, without numbers.
    static let outletMethod = "超标倍数 = (浓度−限值)÷限值；限值为折算浓度的，取折算浓度比较"

    /// An hour of an outlet against one of its limits.
    ///
    /// - Throws: `SiteError` with `.unknownObject` when nothing broke a limit on the day, or nothing came for the hour.
    init(outlet: String, on date: CivilDate, hour number: Int, item: String, in context: PageContext) throws {
        let sheet = try LeadSheet(outlet, on: date, in: context)
        let row = sheet.rows.first { $0.limit.item == item && $0.hour.number == number }
        guard let row else {
            throw SiteError(
                .unknownObject, subject: "小时值", detail: "\(sheet.lead.outlet.name) \(date.chinese) \(number)时")
        }
        let lead = SiteURL.lead(outlet, on: date)
        let explanation = row.limit.explanation(of: row.hour)
        var evidence: [String: SiteURL] = [:]
        for (input, reading) in zip(explanation.inputs, [row.hour.measured, row.hour.converted]) {
            evidence[input.label] = reading.map { SiteURL.evidence($0.origin.evidence).asOf(context.asOf) }
        }
        if let limit = explanation.inputs.last { evidence[limit.label] = SiteURL.record(sheet.lead.outlet.sequence) }
        self.init(
            frame: PageFrame(
                "\(number)时\(row.limit.name)怎样评出", in: context, at: .leads,
                path: [Breadcrumb(label: sheet.words.number, href: lead.path)], state: LeadWords.state),
            card: ExplanationCard(
                explanation, about: "\(sheet.words.outletName) \(date.chinese) \(number)时", tone: nil,
                method: Self.outletMethod, evidence: evidence, state: LeadPage.state(sheet, in: context),
                links: [TextLink(label: "线索与逐时数据", href: lead.path)]),
            past: PastNote(
                in: context, "值", present: .explanation(ofOutlet: outlet, on: date, hour: number, item: item)))
    }
}
