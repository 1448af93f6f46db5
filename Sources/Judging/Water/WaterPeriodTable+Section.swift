import Documents
import Standards

extension WaterPeriodTable {
    /// The header of the table of sections; one mean an item column of the input, in the order of the standard.
    static func sectionHeader(_ items: [WaterItem], _ options: WaterPeriodOptions) -> [String] {
        ["period", "section", "river", "kind", "samples", "months"] + items.map { $0.rawValue + "_mean" }
            + ["class", "grade", "deciding", "indicators", "items", "target", "met", "enough"]
            + (options.comparison == nil ? [] : WaterPeriodChange.sectionColumns) + ["standard", "note"]
            + (options.explains ? [JudgedStream.explainColumn] : [])
    }

    /// One row: a section in a period.
    func write(
        _ section: WaterPeriodSection, since earlier: WaterPeriodSection?, before: CivilDate?, _ items: [WaterItem],
        _ rules: WaterPeriodRules, into writer: inout CSVWriter
    ) {
        let start = [Self.name(of: section.start, options.length), section.name, section.river, section.kind.rawValue]
        for field in start { writer.field(field) }
        writer.field(section.sampleCount)
        writer.field(section.monthCount)
        let target = section.target.map { WaterClassTable.classNames[$0.rawValue - 1] } ?? ""
        guard let verdict = try? section.evaluate(rules, options) else {
            for _ in items { writer.field("") }
            for field in ["", "", "", "", "", target, "", ""] { writer.field(field) }
            if before != nil { for _ in WaterPeriodChange.sectionColumns { writer.field("") } }
            writer.field(rules.rule.id)
            writer.field(Self.tooLarge)
            if options.explains { writer.field("") }
            writer.endRow()
            return
        }
        for item in items { writer.field(verdict.means[item].map { "\($0.value)" } ?? "") }
        let found = verdict.result.waterClass
        writer.field(found.map { WaterClassTable.classNames[$0.rawValue - 1] } ?? "")
        writer.field(found.map { rules.rule.method.grade(of: $0).name } ?? "")
        writer.field(verdict.result.waterClass == nil ? "" : Self.list(verdict.result.decidingItems))
        writer.field(Self.indicators(verdict.indicators))
        writer.field(Self.list(verdict.result.items.map(\.item)))
        writer.field(target)
        let attainment = WaterAttainment.Section(name: section.name, waterClass: found, target: section.target)
        writer.field(attainment.isMet.map { $0 ? "yes" : "no" } ?? "")
        writer.field(verdict.isEnough ? "yes" : "no")
        let change = before.map {
            WaterPeriodChange(
                verdict, since: try? earlier?.evaluate(rules, options), before: Self.name(of: $0, options.length), rules
            )
        }
        change?.write(into: &writer)
        writer.field(rules.rule.id)
        let notes = [note(on: verdict, section, items, rules)] + (change?.notes ?? [])
        writer.field(notes.filter { !$0.isEmpty }.joined(separator: ";"))
        if options.explains { writer.field(explanation(of: verdict, section, items, rules)) }
        writer.endRow()
    }

    /// What stands in the note when numbers leave the range of exact decimals.
    static let tooLarge = "数值过大，无法计算平均值，请核对原始数据"

    static func list(_ items: [WaterItem]) -> String { items.map(\.rawValue).joined(separator: ",") }

    /// `codmn(1.2),do`.
    static func indicators(_ indicators: [WaterIndicator]) -> String {
        indicators.map { indicator in
            indicator.item.rawValue + (indicator.printedMultiple.map { "(\($0))" } ?? "")
        }.joined(separator: ",")
    }

    private func note(
        on verdict: WaterPeriodSection.Verdict, _ section: WaterPeriodSection, _ items: [WaterItem],
        _ rules: WaterPeriodRules
    ) -> String {
        if verdict.means.isEmpty { return "没有监测数据（断流、无水或未测），不评价类别" }
        var sentences: [String] = []
        let term = rules.periods.term(options.length)
        if !verdict.isEnough, let minimum = options.hasIce ? term.minimumWithIce ?? term.minimum : term.minimum {
            sentences.append(
                term.basis == .months
                    ? "仅 \(section.monthCount) 个月有数据，少于规定的 \(minimum) 个月"
                    : "仅 \(section.sampleCount) 次监测，少于规定的 \(minimum) 次")
        }
        let missing = items.filter { rules.rule.method.items.contains($0) && verdict.means[$0] == nil }
        if !missing.isEmpty { sentences.append("\(rules.names(missing))缺测，未参与评价") }
        let below = items.filter { (verdict.means[$0]?.belowLimitCount ?? 0) > 0 }
        if !below.isEmpty {
            sentences.append("\(rules.names(below))有低于检出限的测值，按检出限的 \(rules.means.belowLimitShare) 参加平均")
        }
        return sentences.joined(separator: ";")
    }

    private func explanation(
        of verdict: WaterPeriodSection.Verdict, _ section: WaterPeriodSection, _ items: [WaterItem],
        _ rules: WaterPeriodRules
    ) -> String {
        let subject =
            switch options.length {
            case .month: "月水质类别"
            case .quarter: "季度水质类别"
            case .half: "半年水质类别"
            case .year: "年水质类别"
            }
        let missing = items.filter { rules.rule.method.items.contains($0) && verdict.means[$0] == nil }
        return WaterClassExplanation(
            subject, means: verdict.means, missing: missing, kind: section.kind, target: section.target,
            by: rules.explaining
        ).explanation.line
    }
}
