import Documents
import Standards

extension WaterPeriodTable {
    /// The header of the table of rivers.
    static func riverHeader(_ options: WaterPeriodOptions) -> [String] {
        ["period", "river", "kind", "sections", "judged"] + WaterClassTable.classNames
            + [
                "good_rate", "inferior_rate", "with_target", "met", "met_rate", "basis", "class", "grade", "indicators",
                "excluded",
            ] + (options.comparison == nil ? [] : WaterPeriodChange.riverColumns) + ["standard", "note"]
    }

    /// One row: a river in a period.
    func write(
        _ river: WaterPeriodRiver, since earlier: WaterPeriodRiver?, before: CivilDate?, _ rules: WaterPeriodRules,
        into writer: inout CSVWriter
    ) {
        for field in [Self.name(of: river.start, options.length), river.name, river.kind.rawValue] {
            writer.field(field)
        }
        writer.field(river.sections.count)
        guard let verdict = try? river.evaluate(rules, options) else {
            for _ in 5..<(Self.riverHeader(options).count - 1) { writer.field("") }
            writer.field(rules.rule.id)
            writer.field(Self.tooLarge)
            writer.endRow()
            return
        }
        writer.field(verdict.proportions?.total ?? 0)
        for waterClass in WaterClass.allCases {
            writer.field(verdict.proportions?.counts[waterClass.rawValue - 1] ?? 0)
        }
        writer.field(Self.percent(verdict.proportions?.goodShare))
        writer.field(Self.percent(verdict.proportions?.inferiorShare))
        let attainment = verdict.attainment
        writer.field(attainment.met.count + attainment.missed.count)
        writer.field(attainment.met.count)
        writer.field(Self.percent(attainment.rate))
        writer.field(verdict.proportions == nil ? "" : verdict.basis.rawValue)
        writer.field(verdict.waterClass.map { WaterClassTable.classNames[$0.rawValue - 1] } ?? "")
        writer.field(verdict.gradeName ?? "")
        writer.field(indicators(of: verdict, river.kind, rules))
        writer.field(verdict.excluded.joined(separator: "、"))
        let change = before.map {
            WaterPeriodChange(
                verdict, since: try? earlier?.evaluate(rules, options), before: Self.name(of: $0, options.length), rules
            )
        }
        change?.write(into: &writer)
        writer.field(rules.rule.id)
        let notes = [note(on: verdict, rules)] + (change?.notes ?? [])
        writer.field(notes.filter { !$0.isEmpty }.joined(separator: ";"))
        writer.endRow()
    }

    /// A share in percent with one decimal.
    static func percent(_ share: Rational?) -> String {
        share.flatMap { try? ($0 * 100).rounded(decimals: 1) }.map { "\($0)" } ?? ""
    }

    /// Of five sections and more by the share of sections that exceed, `codmn(60.0%)`; of fewer section by section,
    /// `甲:codmn(1.2)`; of lakes those of the means.
    private func indicators(
        of verdict: WaterPeriodRiver.Verdict, _ kind: WaterBodyKind, _ rules: WaterPeriodRules
    ) -> String {
        if kind == .lake { return Self.indicators(verdict.indicators) }
        if verdict.basis == .proportions {
            return rules.rule.mainIndicators(ofSections: verdict.sections.map(\.verdict.result))
                .map { "\($0.item.rawValue)(\(Self.percent($0.rate))%)" }.joined(separator: ",")
        }
        return verdict.sections.filter { !$0.verdict.indicators.isEmpty }
            .map { "\($0.section.name):\(Self.indicators($0.verdict.indicators))" }.joined(separator: ";")
    }

    private func note(on verdict: WaterPeriodRiver.Verdict, _ rules: WaterPeriodRules) -> String {
        guard let proportions = verdict.proportions else { return "没有可评价的断面" }
        var sentences: [String] = []
        if verdict.basis == .proportions, proportions.total == rules.grading.minimumSections {
            sentences.append(
                "恰为 \(proportions.total) 个断面，按“\(proportions.total) 个及以上”用断面比例评价（有转载作“大于 \(proportions.total) 个”）")
        }
        if !verdict.excluded.isEmpty { sentences.append("\(verdict.excluded.count) 个断面没有监测数据，未计入") }
        let short = verdict.sections.count { !$0.verdict.isEnough && $0.verdict.result.waterClass != nil }
        if short > 0 { sentences.append("\(short) 个断面监测次数不足") }
        return sentences.joined(separator: ";")
    }
}
