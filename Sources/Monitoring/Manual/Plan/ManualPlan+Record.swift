import Ledger
import Standards

extension ManualPlan {
    /// As it stands in the body of a record.
    var members: [String: CanonicalValue] {
        [
            "name": .string(name), "year": .integer(Int64(year)), "basis": .string(basis), "form": .string(form),
            "contractor": .string(contractor.name), "certificate": .string(contractor.certificate),
            "reportDays": .integer(Int64(contractor.reportDays)),
            "lines": .array(
                lines.map { line in
                    [
                        "object": .string(line.object), "frequency": .string(line.frequency),
                        "items": .array(line.items.map(CanonicalValue.string)),
                    ]
                }),
        ]
    }

    /// - Returns: nil where the body is not that of a plan.
    init?(id: String, body: CanonicalValue) {
        guard let year = body["year"]?.integer, let days = body["reportDays"]?.integer,
            let rows = body["lines"]?.elements
        else { return nil }
        self.init(
            id: id, name: body["name"]?.text ?? "", year: Int(year), basis: body["basis"]?.text ?? "",
            form: body["form"]?.text ?? "",
            contractor: Contractor(
                name: body["contractor"]?.text ?? "", certificate: body["certificate"]?.text ?? "",
                reportDays: Int(days)),
            lines: rows.map { row in
                Line(
                    object: row["object"]?.text ?? "", frequency: row["frequency"]?.text ?? "",
                    items: (row["items"]?.elements ?? []).compactMap(\.text))
            })
    }
}

extension ManualTaskID {
    var members: [String: CanonicalValue] {
        [
            "plan": .string(plan), "object": .string(object), "frequency": .string(frequency),
            "window": .string(window.description),
        ]
    }

    init?(body: CanonicalValue) {
        guard let plan = body["plan"]?.text, let object = body["object"]?.text,
            let frequency = body["frequency"]?.text, let window = body["window"]?.text.flatMap({ CivilDate($0) })
        else { return nil }
        self.init(plan: plan, object: object, frequency: frequency, window: window)
    }
}
