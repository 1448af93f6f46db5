import Catalog
import Monitoring
import Standards

/// One alert with what it rests on, its steps, and how the draw was made.
package struct AlertPage: Sendable {
    package let frame: PageFrame
    package let heading: String
    package let sentence: String
    package let facts: [LabelledText]
    package let steps: [Step]
    /// The others with the same cause.
    package let others: [AlertsPage.Row]
    package let othersHeading: String
    /// What the draw is computed from, line by line, and its result.
    package let draw: [LabelledText]
    package let id: String
    package let isOpen: Bool
    package let postAction: String
    package let tokenValue: String
    package let reviewerName: String?
    package let outcomes: [ReviewForm.Choice]

    /// What was done.
    package struct Step: Sendable {
        package let time: String
        package let what: String
        package let person: String
        package let note: String
        package let href: String
        package let sequence: String
    }
}

extension AlertPage {
    /// - Throws: `SiteError` with `.unknownObject`.
    init(_ id: String, in context: PageContext) throws {
        guard let alert = try AlertStore.alert(id, in: context.connection) else {
            throw SiteError(.unknownObject, subject: "预警", detail: id)
        }
        let words = try AlertWords(in: context)
        let others = try AlertStore.alerts(of: alert.cause, in: context.connection).filter { $0.id != id }
        let rule = context.catalog.files(under: "monitoring/alerts").first { $0.header.id == alert.identity.rule }
        let heading = "\(AlertWords.name(alert.kind))　\(words.object(alert.identity.object))"
        let suppressed =
            alert.suppressed.isEmpty ? "否" : alert.suppressed + (alert.isSampled ? "（抽中，照样派人）" : "")
        self.init(
            frame: PageFrame("预警 \(id)", in: context, at: .alerts), heading: heading, sentence: alert.text,
            facts: [
                LabelledText(label: "状态", value: "\(words.state(alert))，\(words.timer(alert))", href: nil),
                LabelledText(label: "时段", value: AlertWords.span(alert), href: nil),
                LabelledText(label: "项目", value: AlertWords.item(alert.identity.item), href: nil),
                LabelledText(label: "数值", value: alert.value.isEmpty ? "—" : alert.value, href: nil),
                LabelledText(
                    label: "规则", value: rule?.header.title ?? alert.identity.rule,
                    href: rule.map { SiteURL.rule($0.header.id).path }),
                LabelledText(label: "起因", value: words.cause(alert.cause), href: nil),
                LabelledText(label: "是否抑制", value: suppressed, href: nil),
                LabelledText(
                    label: "记录", value: "\(AlertWords.moment(alert.raisedMilliseconds))，台账第 \(alert.sequence) 条",
                    href: SiteURL.record(alert.sequence).path),
                LabelledText(label: "答复期限", value: AlertWords.moment(alert.dueMilliseconds), href: nil),
            ],
            steps: alert.steps.map { step in
                Step(
                    time: AlertWords.moment(step.milliseconds),
                    what: step.outcome.map { "办结：\(AlertWords.name($0))" } ?? "派发", person: step.person,
                    note: step.note, href: SiteURL.record(step.sequence).path, sequence: String(step.sequence))
            }, others: others.map { AlertsPage.Row($0, words) }, othersHeading: "同一起因的其他预警 \(others.count) 条",
            draw: [
                LabelledText(
                    label: "算什么",
                    value: "规则、对象、项目、起始秒数，各占一行：\(alert.identity.text.replacing("\n", with: " ⏎ "))", href: nil),
                LabelledText(label: "SHA-256", value: alert.identity.digest, href: nil),
                LabelledText(label: "编号", value: "前 16 位 \(alert.id)", href: nil),
                LabelledText(
                    label: "抽查", value: "其后 16 位作为数除尽抽查数时抽中；只对被抑制的预警有意义。谁都不能挑选", href: nil),
            ], id: id, isOpen: alert.isForPerson && alert.outcome == nil, postAction: SiteURL.alerts().path,
            tokenValue: context.services.formToken.text, reviewerName: context.services.visitor.reviewerName,
            outcomes: Alert.Outcome.allCases.map {
                ReviewForm.Choice(value: $0.rawValue, label: AlertWords.name($0), isChosen: false)
            })
    }
}
