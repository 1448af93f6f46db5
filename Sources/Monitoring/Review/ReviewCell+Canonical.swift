import Ledger
import Standards

extension ReviewCell {
    /// The form in records.
    var canonical: CanonicalValue {
        var members: [String: CanonicalValue] = ["start": .integer(start.secondsSince1970), "item": .string(item)]
        members["judged"] = judged.map(CanonicalValue.string)
        members["undoes"] = undoes.map(CanonicalValue.integer)
        return .object(members)
    }

    /// The cells of a decision or ruling of any version; an element that is none is left out.
    static func cells(in body: CanonicalValue) -> [ReviewCell] {
        // Version 1 spoke of several items of one hour.
        if let start = body["start"]?.integer {
            let items = body["items"]?.elements?.compactMap(\.text) ?? []
            return items.map { ReviewCell(start: Instant(secondsSince1970: start), item: $0) }
        }
        return (body["cells"]?.elements ?? []).compactMap { element in
            guard let start = element["start"]?.integer, let item = element["item"]?.text else { return nil }
            return ReviewCell(
                start: Instant(secondsSince1970: start), item: item, judged: element["judged"]?.text,
                undoes: element["undoes"]?.integer)
        }
    }
}
