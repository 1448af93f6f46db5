import Ledger
import Standards

extension ManualSheet {
    /// As it stands in the body of a record.
    var members: [String: CanonicalValue] {
        var members = task.members
        members["sampled"] = .integer(sampled.secondsSince1970)
        members["sample"] = .string(bottles.sample)
        members["parallel"] = .string(bottles.parallel)
        members["blank"] = .string(bottles.blank)
        members["people"] = .array(people.map(CanonicalValue.string))
        members["fields"] = .object(fields.mapValues(CanonicalValue.string))
        members["values"] = .object(values.mapValues { .string($0.description) })
        members["note"] = .string(note)
        return members
    }

    /// - Returns: nil where the body is not that of a sheet, or one of its values no decimal.
    init?(id: String, body: CanonicalValue, sequence: Int64 = 0) {
        guard let task = ManualTaskID(body: body), let sampled = body["sampled"]?.integer else { return nil }
        var values: [String: ExactDecimal] = [:]
        for (item, value) in body["values"]?.members ?? [:] {
            guard let decimal = value.text.flatMap({ ExactDecimal($0) }) else { return nil }
            values[item] = decimal
        }
        self.init(
            id: id, task: task, sampled: Instant(secondsSince1970: sampled),
            bottles: Bottles(
                sample: body["sample"]?.text ?? "", parallel: body["parallel"]?.text ?? "",
                blank: body["blank"]?.text ?? ""),
            people: (body["people"]?.elements ?? []).compactMap(\.text),
            fields: (body["fields"]?.members ?? [:]).compactMapValues(\.text), values: values,
            note: body["note"]?.text ?? "", sequence: sequence)
    }
}
