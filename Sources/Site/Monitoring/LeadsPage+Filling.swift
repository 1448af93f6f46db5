import Casework
import Monitoring
import Registry
import Standards

extension LeadsPage {
    /// Days looked back on without parameters: two weeks of morning meetings.
    private static let days = 14

    /// The leads of the last days.
    init(in context: PageContext) throws {
        let outlets = try RegistryStore.objects(.outlet, in: context.connection)
        let from = context.today.adding(days: 1 - Self.days)
        let (leads, unaccepted) = try OutletStore.survey(
            of: outlets, from: from, to: context.today, in: context.connection)
        let span = "近 \(Self.days) 日"
        self.init(
            frame: PageFrame("超标线索", in: context, at: .leads, state: LeadWords.state),
            spanText: "\(span)（\(from.shortText) 至 \(context.today.shortText)）",
            rows: leads.map { lead in
                let words = LeadWords(lead)
                return Row(
                    number: words.number, href: SiteURL.lead(lead.outlet.id, on: lead.date).path,
                    enterprise: lead.outlet.text("enterprise"), outlet: lead.outlet.name, item: words.itemNames,
                    span: words.span, hourCount: String(lead.hourCount), highest: words.largestMultiple,
                    explainHref: words.largest.map { item, hour in
                        SiteURL.explanation(ofOutlet: lead.outlet.id, on: lead.date, hour: hour, item: item).path
                    }, stateText: LeadWords.state, docxHref: SiteURL.leadDocx(lead.outlet.id, on: lead.date).path)
            },
            unacceptedText: Self.text(of: unaccepted, outlets),
            doubts: try Self.doubts(outlets, from: from, in: context), outletsHref: SiteURL(.outletDay).path,
            emptyReason: outlets.isEmpty
                ? "还没有登记排口。登记排口、限值和数采设备后，超过限值的小时在这里列为线索。"
                : "\(span)没有超过限值的小时。已检查 \(outlets.count) 个排口标记正常的小时值。")
    }

    private static func doubts(
        _ outlets: [RegisteredObject], from: CivilDate, in context: PageContext
    ) throws -> [Doubt] {
        let words = HourReviewWords(context.catalog)
        return try OutletAssessmentStore.doubts(
            of: outlets, from: from, to: context.today, in: context.connection
        ).map { doubt in
            let matter = try DoubtLead.matter(doubt.outlet.id, on: doubt.date, in: context.connection)
            return Doubt(
                number: DoubtLead.number(doubt.outlet.id, on: doubt.date),
                href: SiteURL.outletDay(
                    "\(doubt.outlet.id)|\(doubt.items[0].limit.item)", on: doubt.date
                ).path, enterprise: doubt.outlet.text("enterprise"), outlet: doubt.outlet.name,
                summary: DoubtWords.summary(doubt, words), stateText: matter?.standing.state ?? LeadWords.state,
                matterHref: matter.map { SiteURL.matter($0.id).path })
        }
    }

    /// What is beyond a limit and no lead, outlet by outlet; nil when there is none.
    private static func text(of unaccepted: [String: Int], _ outlets: [RegisteredObject]) -> String? {
        let named = outlets.compactMap { outlet in
            unaccepted[outlet.id].map { "\(outlet.text("enterprise")) \(outlet.name) \($0) 小时" }
        }
        if named.isEmpty { return nil }
        return "另有超过限值但设备未验收的小时，不列为线索：\(named.joined(separator: "；"))。在“待登记设备”填入验收日期后，该日起的数据参与评价。"
    }
}
