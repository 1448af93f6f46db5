import Catalog
import Law
import Ledger
import Standards

extension Discretion {
    static let kind = "case-discretion"

    /// - Parameters:
    ///   - violation: of the charge, by which comparable cases are found.
    ///   - provision: the first day of the provision that is applied.
    ///   - follows: the last record of the charge that the person had on screen.
    static func body(
        of charge: String, _ violation: String, _ provision: CivilDate, day: CivilDate, _ request: DiscretionRequest,
        _ result: DiscretionResult, proposed: Money, reason: String?, after follows: Int64
    ) -> CanonicalValue {
        [
            "kind": .string(kind), "version": 1, "item": .string(charge), "follows": .integer(follows),
            "violation": .string(violation), "provision": RecordPart.day(provision), "day": RecordPart.day(day),
            "request": request.canonical, "result": result.canonical, "proposed": RecordPart.money(proposed),
            "reason": RecordPart.text(reason),
        ]
    }

    /// Reads what a record says; nil when it is none.
    init?(_ entry: CaseEntry) {
        let body = entry.body
        guard body["kind"]?.text == Self.kind, let day = RecordPart.day(of: body["day"]),
            let request = body["request"].flatMap({ DiscretionRequest(canonical: $0) }),
            let result = body["result"].flatMap({ DiscretionResult(canonical: $0) }),
            let proposed = RecordPart.money(of: body["proposed"])
        else { return nil }
        self.init(
            charge: entry.item, sequence: entry.sequence, day: day, request: request, result: result,
            proposed: proposed, reason: body["reason"]?.text)
    }
}

extension DiscretionRequest {
    var canonical: CanonicalValue {
        [
            "choices": .array(
                choices.map {
                    [
                        "factor": .string($0.factor), "level": RecordPart.text($0.level),
                        "evidence": RecordPart.words($0.evidence),
                    ]
                }),
            "scale": RecordPart.text(scale), "band": RecordPart.text(band), "degree": .string(degree.rawValue),
            "base": RecordPart.money(base),
            "change": change.map {
                [
                    "is": .string($0.kind.rawValue), "by": RecordPart.money($0.amount), "reason": .string($0.reason),
                ]
            } ?? .null,
        ]
    }

    /// Reads it out of a record; nil when it is none.
    init?(canonical value: CanonicalValue) {
        guard let elements = value["choices"]?.elements,
            let degree = value["degree"]?.text.flatMap({ Degree(rawValue: $0) })
        else { return nil }
        let choices: [Choice] = elements.compactMap { element in
            guard let factor = element["factor"]?.text, let evidence = RecordPart.words(of: element["evidence"]) else {
                return nil
            }
            return Choice(factor, element["level"]?.text, evidence: evidence)
        }
        guard choices.count == elements.count else { return nil }
        var change: Change?
        if let said = value["change"], case .object = said {
            guard let kind = said["is"]?.text.flatMap({ Change.Kind(rawValue: $0) }),
                let amount = RecordPart.money(of: said["by"]), let reason = said["reason"]?.text
            else { return nil }
            change = Change(kind, by: amount, reason: reason)
        }
        self.init(
            choices, scale: value["scale"]?.text, band: value["band"]?.text, degree: degree,
            base: RecordPart.money(of: value["base"]), change: change)
    }
}

extension DiscretionResult {
    var canonical: CanonicalValue {
        [
            "table": RecordPart.text(table), "confidence": RecordPart.text(confidence?.rawValue),
            "terms": .array(
                terms.map {
                    [
                        "factor": .string($0.factor), "level": .string($0.level),
                        "weight": .string($0.weight.description), "evidence": RecordPart.words($0.evidence),
                        "unknown": .bool($0.isUnknown),
                    ]
                }),
            "sum": RecordPart.text(sum?.description), "arithmetic": RecordPart.words(arithmetic),
            "fine": RecordPart.range(fine), "statutory": RecordPart.range(statutory),
            "remarks": RecordPart.words(remarks), "discussion": .bool(needsDiscussion),
        ]
    }

    /// Reads it out of a record; nil when it is none.
    init?(canonical value: CanonicalValue) {
        guard let elements = value["terms"]?.elements, let arithmetic = RecordPart.words(of: value["arithmetic"]),
            let fine = RecordPart.range(of: value["fine"]), let statutory = RecordPart.range(of: value["statutory"]),
            let remarks = RecordPart.words(of: value["remarks"]), let discussion = value["discussion"]?.bool
        else { return nil }
        let terms: [Term] = elements.compactMap { element in
            guard let factor = element["factor"]?.text, let level = element["level"]?.text,
                let weight = element["weight"]?.text.flatMap({ Rational($0) }),
                let evidence = RecordPart.words(of: element["evidence"]), let unknown = element["unknown"]?.bool
            else { return nil }
            return Term(factor: factor, level: level, weight: weight, evidence: evidence, isUnknown: unknown)
        }
        guard terms.count == elements.count else { return nil }
        self.init(
            table: value["table"]?.text, confidence: value["confidence"]?.text.flatMap { Confidence(rawValue: $0) },
            terms: terms, sum: value["sum"]?.text.flatMap { Rational($0) }, arithmetic: arithmetic, fine: fine,
            statutory: statutory, remarks: remarks, needsDiscussion: discussion)
    }
}
