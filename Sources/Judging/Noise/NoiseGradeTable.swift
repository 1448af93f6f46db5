package import Catalog
package import Documents
package import Standards

/// Grades the general level of a city's noise by HJ 640 from its measuring points, or from means already formed.
///
/// Input columns: `kind` (`area` or `road`), `period` (`day` or `night`), `value` in dB(A), and `length` of the road section in
/// any unit. Areas are averaged plainly, roads by length; a single road needs no length.
package struct NoiseGradeTable {
    /// Columns the input must have.
    package static let columns = ["kind", "period", "value"]
    /// Columns the input may have.
    package static let optionalColumns = ["length"]
    /// The columns of the output.
    package static let addedColumns = [
        "kind", "period", "points", "length", "mean", "grade", "name", "standard", "note",
    ]

    private struct Point {
        let level: ExactDecimal
        let length: ExactDecimal?
    }

    private struct Key: Hashable {
        let kind: NoiseGradeRule.Kind
        let period: NoisePeriod
    }

    private let header: RuleHeader
    private let rule: NoiseGradeRule
    private let explains: Bool

    /// A table judged by the rule in force on a day, or by the one that is named.
    ///
    /// - Throws: `.nothingInForce`, `.unknownRule`.
    package init(
        catalog: RuleCatalog, on day: CivilDate, choice: RuleChoice = .ofTheDay, explains: Bool = false
    ) throws(CatalogError) {
        let found = try choice.rule(.noiseGrades, in: catalog, on: day)
        header = found.header
        rule = found.rule
        self.explains = explains
    }

    /// Reads CSV to its end and writes one row a kind and period.
    ///
    /// - Parameters:
    ///   - output: takes the CSV.
    ///   - refused: takes every row that took no part, with its line and reason.
    /// - Throws: as `NoiseZoneTable.judge`.
    package func judge(
        input: ChunkSource, output: ([UInt8]) throws -> Void, refused: (RefusedRow) throws -> Void
    ) throws -> JudgedCounts {
        var points: [Key: [Point]] = [:]
        var withoutLength: [(line: Int, key: Key)] = []
        let stream = GatheredStream(required: Self.columns, optional: Self.optionalColumns)
        var counts = try stream.run(input: input, refused: refused) { row, header in
            var reasons: [String] = []
            let kind = NoiseGradeRule.Kind(rawValue: row[header.places[0]].string)
            if kind == nil { reasons.append(NoiseRowFault.unknownKind(row[header.places[0]].string).message) }
            let period = NoisePeriod(rawValue: row[header.places[1]].string)
            if period == nil { reasons.append(NoiseRowFault.unknownPeriod(row[header.places[1]].string).message) }
            let level = Self.level(row[header.places[2]].string, &reasons)
            let length = Self.length(header.optional["length"].map { row[$0].string } ?? "", &reasons)
            guard reasons.isEmpty, let kind, let period, let level else { return reasons.joined(separator: ";") }
            let key = Key(kind: kind, period: period)
            points[key, default: []].append(Point(level: level, length: length))
            if kind == .road, length == nil { withoutLength.append((row.line, key)) }
            return nil
        }
        // A road without a length can only stand alone: then it is the mean itself.
        for (line, key) in withoutLength where points[key, default: []].count > 1 {
            counts.refused += 1
            try refused(RefusedRow(line: line, reason: NoiseRowFault.noLength.message))
        }
        var writer = CSVWriter(lineEnd: .lf)
        writer.row(Self.addedColumns + (explains ? [JudgedStream.explainColumn] : []))
        for kind in NoiseGradeRule.Kind.allCases {
            for period in NoisePeriod.allCases {
                guard let all = points[Key(kind: kind, period: period)] else { continue }
                let used = kind == .road && all.count > 1 ? all.filter { $0.length != nil } : all
                if !used.isEmpty { try write(kind, period, used, into: &writer) }
            }
        }
        try output(writer.take())
        return counts
    }

    private static func level(_ text: String, _ reasons: inout [String]) -> ExactDecimal? {
        switch NoiseLevelField.read(text, column: "value") {
        case .success(let level?): return level
        case .success(nil): reasons.append(RowFault.notANumber(column: "value", text: "", hint: "没有测值的行请删去").message)
        case .failure(let refusal): reasons.append(refusal.reason)
        }
        return nil
    }

    private static func length(_ text: String, _ reasons: inout [String]) -> ExactDecimal? {
        if text.isEmpty { return nil }
        guard let length = ExactDecimal(text), length > 0 else {
            reasons.append(NoiseRowFault.impossibleLength(text).message)
            return nil
        }
        return length
    }

    private func write(
        _ kind: NoiseGradeRule.Kind, _ period: NoisePeriod, _ points: [Point], into writer: inout CSVWriter
    ) throws(StandardsError) {
        let lengths = points.compactMap(\.length)
        let isWeighted = kind == .road && lengths.count == points.count
        let mean =
            isWeighted
            ? try rule.roadMean(
                zip(points, lengths).map { NoiseGradeRule.RoadSection(level: $0.level, length: $1) })
            : try rule.areaMean(points.map(\.level))
        let (rounded, grade) = try rule.grade(mean, kind, period)
        writer.field(kind.rawValue)
        writer.field(period.rawValue)
        writer.field(points.count)
        let total = isWeighted ? ExactSum(lengths).total.exactDecimal : nil
        writer.field(total?.description ?? "")
        writer.field(rounded.description)
        writer.field(grade.name)
        writer.field(grade.word)
        writer.field(rule.id)
        writer.field("")
        if explains { writer.field(explanation(kind, period, mean, rounded, grade, isWeighted: isWeighted).line) }
        writer.endRow()
    }

    private func explanation(
        _ kind: NoiseGradeRule.Kind, _ period: NoisePeriod, _ mean: Rational, _ rounded: ExactDecimal,
        _ grade: NoiseGradeRule.Grade, isWeighted: Bool
    ) -> Explanation {
        let subject = (kind == .area ? "区域声环境" : "道路交通声环境") + period.chinese
        let place = rule.grades.firstIndex(of: grade) ?? 0
        let lower = place > 0 ? rule.grades[place - 1].limit(kind, period).map { "＞\($0)" } ?? "" : ""
        let upper = grade.limit(kind, period).map { "≤\($0)" } ?? ""
        let row = [lower, upper].filter { !$0.isEmpty }.joined(separator: "，")
        return Explanation(
            subject: subject + "等级", inputs: [],
            steps: [
                Explanation.Step(
                    subject + "平均", formula: isWeighted ? "Σ(l·L)÷Σl" : "ΣL÷n", exact: mean.description,
                    result: "\(rounded) dB(A)"),
                Explanation.Step(
                    subject + "等级", tableRow: "\(row) → \(grade.name)（\(grade.word)）", formula: "\(rounded)",
                    result: grade.name, isDeciding: true),
            ],
            conclusion: "\(subject)\(grade.name)（\(grade.word)）",
            remarks: ["平均值先修约到 \(rule.decimals) 位小数，再定级"], rules: [RuleCitation(header)])
    }
}
