import Catalog
import Standards

extension DiscretionTable {
    static let keys = [
        "violation", "model", "made_for", "serves_later", "factors", "scales", "bands", "adjustment", "apology", "note",
        "examples",
    ]
    private static let greatestYuan = 10_000_000_000

    init(_ file: RuleFile, with reader: RuleReader) {
        let body = reader.body(keys: Self.keys)
        id = file.header.id
        title = file.header.title
        effective = file.header.effective
        confidence = file.header.confidence
        violation = body.text("violation")
        model = body.choice("model", as: Model.self) ?? .weights
        madeFor = body.text("made_for")
        servesLater = body.optionalFlag("serves_later") ?? false
        factors = body.optionalList("factors").map { Factor($0, with: reader) }
        scales = body.optionalList("scales").compactMap { Scale($0, with: reader) }
        bands = body.optionalList("bands").map { node in
            let row = reader.mapping(node, keys: ["when", "yuan"])
            return Band(when: row.text("when"), range: Self.range(row, "yuan", reader))
        }
        note = body.optionalText("note")
        adjustment = body.optionalMapping(
            "adjustment", keys: ["greatest_percent_of_most", "least_percent_of_least", "basis"]
        ).map { row in
            Adjustment(
                greatestShare: row.fraction("greatest_percent_of_most"),
                leastMitigated: row.fraction("least_percent_of_least"), basis: row.text("basis"))
        }
        apology = body.optionalMapping("apology", keys: ["least_percent", "greatest_percent", "excluded", "basis"]).map
        {
            row in
            let (least, greatest) = (row.fraction("least_percent"), row.fraction("greatest_percent"))
            if least > greatest { row.refuse("least_percent", .other(message: "大于 greatest_percent", mend: "核对两个百分数")) }
            return Apology(
                shares: min(least, greatest)...max(least, greatest), excluded: row.texts("excluded"),
                basis: row.text("basis"))
        }
        let missing: String? =
            switch model {
            case .weights: factors.isEmpty ? "factors" : scales.isEmpty ? "scales" : nil
            case .bands: bands.isEmpty ? "bands" : nil
            case .interpolated, .grades: factors.isEmpty ? "factors" : nil
            }
        if let missing { body.refuse(missing, .missingKey(missing)) }
        let examples = body.optionalList("examples")
        if reader.faults.isEmpty { for node in examples { check(Example(node, with: reader), at: node, reader) } }
    }

    /// A worked example must come out: a table with a typing error is found before it fines anybody.
    private func check(_ example: Example, at node: RuleNode, _ reader: RuleReader) {
        guard reader.faults.isEmpty else { return }
        do throws(LawError) {
            let result = try fine(example.request(of: self), within: example.statutory, under: madeFor)
            if result.amount != example.fine {
                let found = result.amount.map(\.description) ?? "\(result.fine.lowerBound)至\(result.fine.upperBound)"
                reader.refuse(
                    node,
                    .other(
                        message: "算例应得 \(example.fine)，按表算得 \(found)（\(result.arithmetic.joined(separator: "；"))）",
                        mend: "核对分值或算例"))
            }
        } catch {
            reader.refuse(node, .other(message: "算例算不出：\(error.message)", mend: "核对算例的情形"))
        }
    }

    fileprivate static func range(_ row: RuleMapping, _ key: String, _ reader: RuleReader) -> ClosedRange<Money> {
        let ends = row.list(key).map { reader.integer($0, name: key, in: 0...greatestYuan) }
        guard ends.count == 2, ends[0] <= ends[1] else {
            row.refuse(key, .other(message: "应写成 [最低, 最高]", mend: "两个整数，单位为元"))
            return .zero...(.zero)
        }
        return Money(yuan: Int64(ends[0]))...Money(yuan: Int64(ends[1]))
    }

    /// A worked example out of the paper that brings the table.
    private struct Example {
        let levels: [String]
        let scale: String?
        let band: String?
        let degree: DiscretionRequest.Degree
        let base: Money?
        let statutory: ClosedRange<Money>
        let fine: Money

        init(_ node: RuleNode, with reader: RuleReader) {
            let row = reader.mapping(
                node, keys: ["levels", "scale", "band", "degree", "base_yuan", "statutory_yuan", "yuan"])
            levels = row.optionalTexts("levels")
            scale = row.optionalText("scale")
            band = row.optionalText("band")
            degree = row.optionalChoice("degree", as: DiscretionRequest.Degree.self) ?? .usual
            base = row.optionalInteger("base_yuan", in: 1...DiscretionTable.greatestYuan).map { Money(yuan: Int64($0)) }
            statutory = DiscretionTable.range(row, "statutory_yuan", reader)
            fine = Money(yuan: Int64(row.integer("yuan", in: 0...DiscretionTable.greatestYuan)))
        }

        /// One level a factor, in their order.
        func request(of table: DiscretionTable) throws(LawError) -> DiscretionRequest {
            guard levels.count == table.factors.count || levels.isEmpty else {
                throw LawError(.unknownChoice, detail: "\(levels.count) 个情形，表有 \(table.factors.count) 项")
            }
            let choices = zip(table.factors, levels).map { DiscretionRequest.Choice($0.name, $1) }
            return DiscretionRequest(choices, scale: scale, band: band, degree: degree, base: base)
        }
    }
}

extension DiscretionTable.Factor {
    init(_ node: RuleNode, with reader: RuleReader) {
        let row = reader.mapping(node, keys: ["factor", "levels"])
        name = row.text("factor")
        let read = row.list("levels").map { node in
            let level = reader.mapping(node, keys: ["level", "weight"])
            return DiscretionTable.Level(name: level.text("level"), weight: level.fraction("weight"))
        }
        if read.isEmpty { row.refuse("levels", .missingKey("levels")) }
        if Set(read.map(\.name)).count < read.count {
            row.refuse("levels", .other(message: "“\(name)”的两个情形同名", mend: "每个情形只写一次"))
        }
        levels = read.isEmpty ? [DiscretionTable.Level(name: "", weight: .zero)] : read
    }
}

extension DiscretionTable.Scale {
    init?(_ node: RuleNode, with reader: RuleReader) {
        let row = reader.mapping(node, keys: ["scale", "base", "floor", "whole_yuan", "share", "of"])
        name = row.text("scale")
        base = row.fraction("base")
        floor = row.optional("floor").map { reader.fraction($0, name: "floor") }
        whole = row.optionalInteger("whole_yuan", in: 1...10_000_000_000).map { Money(yuan: Int64($0)) }
        share = row.optional("share").map { reader.fraction($0, name: "share") }
        of = row.optionalText("of")
        guard (whole != nil) != (share != nil && of != nil) else {
            reader.refuse(node, .other(message: "100% 是多少没有写清", mend: "写 whole_yuan，或同时写 share 和 of"))
            return nil
        }
    }
}
