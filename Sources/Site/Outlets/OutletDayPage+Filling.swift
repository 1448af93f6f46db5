import Casework
import Monitoring
import Records
import Registry
import Standards
import Storage

extension OutletDayPage {
    /// - Parameters:
    ///   - channel: as `OutletChannel` names it; nil for the first.
    ///   - date: nil for yesterday.
    init(
        _ channel: String?, on date: CivilDate?, recorded: Int64? = nil, attempt: OutletAttempt? = nil,
        in context: PageContext
    ) throws {
        let chosen = try OutletChannel(channel, in: context)
        let (outlet, limit) = (chosen.outlet, chosen.limit)
        let day = date ?? context.today.adding(days: -1)
        let words = HourReviewWords(context.catalog)
        let sheet = try OutletDaySheet(chosen, on: day, in: context)
        let hidden = [
            ReviewForm.Hidden(name: FormToken.field, value: context.services.formToken.text),
            ReviewForm.Hidden(name: "day", value: day.description),
            ReviewForm.Hidden(name: "channel", value: chosen.value),
        ]
        let action = SiteURL(.outletDay).path
        let reasons = try HourReviewReasons(context.catalog, on: context.today).all
        let notice = recorded.map { "已记入台账第 \($0) 条。收到的数值照样保留。" }
        self.init(
            frame: PageFrame("\(outlet.name) \(day)", in: context, at: .leads, notice: notice),
            outletTitle: "\(outlet.text("enterprise")) \(outlet.name)", dayText: day.chinese, dayISO: day.description,
            itemText: "\(limit.name)，限值 \(LeadWords.limit(limit)) \(ScreenText.unit(limit.unit))（\(limit.standard)）",
            unitText: ScreenText.unit(limit.unit), action: action,
            channels: try OutletChannel.all(in: context).map {
                ReviewForm.Choice(value: $0.value, label: $0.label, isChosen: $0.value == chosen.value)
            }, error: attempt?.error, hidden: hidden, hours: sheet.hours(words),
            mayAssess: context.services.visitor.may(ReviewActions.review),
            reasons: reasons.map {
                ReviewForm.Choice(value: $0.code, label: $0.title, isChosen: $0.code == attempt?.reason)
            }, note: attempt?.note ?? "", needsReviewer: context.services.visitor.reviewerName == nil,
            reviewer: attempt?.reviewer ?? "", marks: sheet.markRows, findings: sheet.findings,
            amounts: sheet.amountFacts, lead: try Self.lead(chosen, on: day, words, hidden, action, in: context))
    }

    private static func lead(
        _ chosen: OutletChannel, on day: CivilDate, _ words: HourReviewWords, _ hidden: [ReviewForm.Hidden],
        _ action: String, in context: PageContext
    ) throws -> Lead? {
        guard let doubt = try OutletDoubt(chosen.outlet, on: day, in: context.connection) else { return nil }
        let matter = try DoubtLead.matter(chosen.outlet.id, on: day, in: context.connection)
        return Lead(
            leadText:
                "\(DoubtLead.number(chosen.outlet.id, on: day))：\(DoubtWords.summary(doubt, words))。\(LeadWords.state)。",
            matterHref: matter.map { SiteURL.matter($0.id).path }, action: action, hidden: hidden)
    }
}
