package import Standards

/// How the class of a section follows from its values, as a reviewer checks it by hand.
package struct WaterClassExplanation {
    /// What one item enters with.
    package struct Entry {
        /// The item.
        package let item: WaterItem
        /// How its value came about: `0.62 mg/L`, `31 个样品的平均 0.5214…，修约为 0.52`.
        let input: String
        /// The value that is compared; nil where there is none.
        let value: ExactDecimal?
    }

    /// What was judged.
    package let result: WaterClassResult
    private let subject: String
    private let entries: [Entry]
    private let kind: WaterBodyKind
    private let target: WaterClass?
    private let rules: WaterExplanationRules
    private let comparing: String

    /// One sample: values are compared as they are (全数值比较), those below a detection limit with their share of it.
    ///
    /// - Parameters:
    ///   - values: by item; an item without a value is left out.
    ///   - missing: items that were to be measured and have no value, named as not taking part.
    package init(
        sample values: [WaterItem: WaterMeasurement], missing: [WaterItem] = [], kind: WaterBodyKind,
        target: WaterClass? = nil, by rules: WaterExplanationRules
    ) {
        let entries = values.map { item, value in
            switch value {
            case .measured(let number):
                Entry(item: item, input: rules.withUnit("\(number)", item), value: number)
            case .belowLimit(let limit): Self.belowLimit(limit, item, rules)
            }
        }
        self.init(
            "实时水质类别", entries + missing.map { Entry(item: $0, input: "缺测", value: nil) }, kind, target, rules,
            comparing: "监测值不修约，直接与限值比较（全数值比较）")
    }

    /// A period: means rounded to the decimals of assessment are compared.
    ///
    /// - Parameter subject: what is explained: `月水质类别`.
    package init(
        _ subject: String, means: [WaterItem: WaterMean], missing: [WaterItem] = [], kind: WaterBodyKind,
        target: WaterClass? = nil, by rules: WaterExplanationRules
    ) {
        let entries = means.map { item, mean in
            Entry(item: item, input: Self.written(mean, item, rules), value: mean.value)
        }
        self.init(
            subject, entries + missing.map { Entry(item: $0, input: "缺测", value: nil) }, kind, target, rules,
            comparing: "均值先按 GB/T 8170 修约到评价位数，再与限值比较（修约后为 0 时保留一位有效数字）")
    }

    private init(
        _ subject: String, _ entries: [Entry], _ kind: WaterBodyKind, _ target: WaterClass?,
        _ rules: WaterExplanationRules, comparing: String
    ) {
        self.subject = subject
        self.entries = entries.sorted { $0.item < $1.item }
        self.kind = kind
        self.target = target
        self.rules = rules
        self.comparing = comparing
        var values: [WaterItem: ExactDecimal] = [:]
        for entry in entries { values[entry.item] = entry.value }
        result = rules.rule.classify(values: values, kind: kind)
    }

    private static func belowLimit(_ limit: ExactDecimal, _ item: WaterItem, _ rules: WaterExplanationRules) -> Entry {
        let share = rules.belowLimitShare
        let value = (Rational(limit) * share).exactDecimal
        let standIn = value.map { "按检出限的 \(share) 即 \($0) 参与评价" } ?? "不能换算，未参与评价"
        return Entry(item: item, input: "\(rules.withUnit("＜\(limit)", item))（低于检出限），\(standIn)", value: value)
    }

    private static func written(_ mean: WaterMean, _ item: WaterItem, _ rules: WaterExplanationRules) -> String {
        let below =
            mean.belowLimitCount > 0 ? "（其中 \(mean.belowLimitCount) 个低于检出限，按检出限的 \(rules.belowLimitShare) 计）" : ""
        let exact = mean.exact.map { " \($0.shortText)" } ?? "（按氢离子浓度平均）"
        return "\(mean.count) 个样品\(below)的平均\(exact)，修约为 \(rules.withUnit("\(mean.value)", item))"
    }

    /// The card.
    package var explanation: Explanation {
        Explanation(
            subject: subject, inputs: entries.map { Explanation.Input(name($0.item), $0.input) },
            steps: result.items.map(step) + conclusionSteps, conclusion: conclusion, remarks: remarks,
            rules: rules.headers.map { RuleCitation($0) })
    }

    private func step(_ judged: WaterClassResult.Item) -> Explanation.Step {
        let standard = rules.rule.standard
        let limit = standard.limit(judged.item, kind: kind)
        let names = standard.classNames
        return Explanation.Step(
            name(judged.item), tableRow: limit?.written(standard.itemUnits[judged.item] ?? "", names: names),
            formula: saturation(judged) ?? limit?.comparison(of: judged.value, names: names) ?? "",
            result: written(judged.waterClass),
            isDeciding: judged.waterClass == result.waterClass)
    }

    /// Why oxygen has class Ⅰ although it is below the limit in mg/L; nil where the limit alone says it.
    private func saturation(_ judged: WaterClassResult.Item) -> String? {
        let standard = rules.rule.standard
        guard judged.item == .dissolvedOxygen, judged.waterClass == .one, let saturation = standard.saturation,
            let limit = standard.limit(.dissolvedOxygen, kind: kind), limit.waterClass(of: judged.value) > .one,
            let temperature = entries.first(where: { $0.item == .temperature })?.value,
            let concentration = try? saturation.concentration(at: temperature)
        else { return nil }
        let bound =
            "\(saturation.share.shortText)×\(saturation.numerator)÷(\(saturation.offset.shortText)+\(temperature))"
        return "\(judged.value)≥\(bound) \((concentration * saturation.share).shortText)（Ⅰ类，按饱和溶解氧）"
    }

    private var conclusionSteps: [Explanation.Step] {
        guard let worst = result.waterClass else { return [] }
        let classes = result.items.map { written($0.waterClass) }.joined(separator: ", ")
        var steps = [
            Explanation.Step(
                "断面类别", formula: "取最差的项目（单因子评价法）：\(classes)",
                result: "\(written(worst))（\(rules.rule.method.grade(of: worst).name)）")
        ]
        if let indicators = indicatorStep { steps.append(indicators) }
        if let target {
            steps.append(
                Explanation.Step(
                    "达标情况", tableRow: "水质目标 \(written(target))",
                    formula: worst <= target
                        ? "\(written(worst))不劣于目标\(written(target))" : "\(written(worst))劣于目标\(written(target))",
                    result: worst <= target ? "达标" : "超标"))
        }
        return steps
    }

    /// How far the main indicators are over class Ⅲ.
    private var indicatorStep: Explanation.Step? {
        let rule = rules.rule
        guard let indicators = try? rule.mainIndicators(of: result, kind: kind), !indicators.isEmpty else { return nil }
        let formulas = indicators.map { indicator in
            guard let multiple = indicator.multiple,
                let value = result.items.first(where: { $0.item == indicator.item }),
                let limit = rule.standard.limit(indicator.item, kind: kind)?.upperLimit(for: .three)
            else { return "\(name(indicator.item))不计算倍数" }
            return "\(name(indicator.item)) (\(value.value)−\(limit))÷\(limit) = \(multiple.written)"
        }
        let printed = indicators.map { indicator in
            indicator.printedMultiple.map { "\(name(indicator.item))（\($0)）" } ?? name(indicator.item)
        }
        return Explanation.Step(
            "主要污染指标", tableRow: "超过Ⅲ类限值的倍数，最多 \(rule.method.indicatorCount) 项",
            formula: formulas.joined(separator: "；"), result: printed.joined(separator: "、"))
    }

    private var conclusion: String {
        guard let worst = result.waterClass else { return "没有可参与评价的项目，不评价类别" }
        let deciding = result.decidingItems.map(name).joined(separator: "、")
        let verdict = target.map { worst <= $0 ? "，达到目标\(written($0))" : "，未达到目标\(written($0))" } ?? ""
        return "\(written(worst))（\(rules.rule.method.grade(of: worst).name)），定类项目：\(deciding)\(verdict)"
    }

    private var remarks: [String] {
        var remarks = [comparing]
        let missing = entries.filter { $0.value == nil }.map { name($0.item) }
        if !missing.isEmpty { remarks.append("\(missing.joined(separator: "、"))没有可用的值，未参与评价") }
        let standard = rules.rule.standard
        let excluded = result.ignoredItems.filter { !rules.rule.method.items.contains($0) }.map(name)
        if !excluded.isEmpty { remarks.append("\(excluded.joined(separator: "、"))按评价办法不参与类别评价") }
        let unlimited = result.ignoredItems.filter {
            rules.rule.method.items.contains($0) && standard.limit($0, kind: kind) == nil
        }
        if !unlimited.isEmpty { remarks.append("\(unlimited.map(name).joined(separator: "、"))没有限值，未参与评价") }
        remarks.append("按\(kind == .river ? "河流" : "湖库")限值评价")
        return remarks
    }

    private func name(_ item: WaterItem) -> String { rules.rule.standard.name(of: item) }

    private func written(_ waterClass: WaterClass) -> String { rules.rule.standard.name(of: waterClass) + "类" }
}

extension WaterExplanationRules {
    /// A value with the unit of its item; pH has none.
    func withUnit(_ text: String, _ item: WaterItem) -> String {
        guard item != .ph, let unit = rule.standard.itemUnits[item] else { return text }
        return "\(text) \(unit)"
    }
}
