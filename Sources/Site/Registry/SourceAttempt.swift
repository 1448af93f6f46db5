import Registry
import Standards
import Storage

/// The form of a source as it was posted, or as the source stands there before.
struct SourceAttempt: Sendable {
    /// What stands in the inputs, by field; of a place by `longitude`, `latitude` and `datum` behind it.
    var texts: [String: String] = [:]
    var basis = ""
    /// The record that the form was made from; nil for a new source.
    var follows: Int64?
    var hasToken = true
    /// Why it was refused; nil before it was tried.
    var error: String?
    /// What is wrong with single fields.
    var faults: [String: String] = [:]

    /// A new one.
    init() {}

    /// One that is there.
    ///
    /// - Parameters:
    ///   - names: of the sources it points to, by id.
    ///   - personal: facts about people, by field.
    init(_ file: SourceFile, _ kind: SourceKind, names: [String: String], personal: [String: String]) {
        follows = file.sequence
        for field in kind.fields {
            guard let value = file.value(field.name) ?? personal[field.name] else { continue }
            if case .point = field.type, let point = SourcePoint(text: value) {
                texts[field.name + ".longitude"] = "\(point.longitude)"
                texts[field.name + ".latitude"] = "\(point.latitude)"
                texts[field.name + ".datum"] = point.datum.rawValue
            } else if case .reference = field.type {
                texts[field.name] = names[value] ?? value
            } else {
                texts[field.name] = value
            }
        }
    }

    init(_ fields: FormFields, _ kind: SourceKind, token: FormToken) {
        for field in kind.fields {
            let names =
                if case .point = field.type {
                    ["longitude", "latitude", "datum"].map { "\(field.name).\($0)" }
                } else {
                    [field.name]
                }
            for name in names { texts[name] = fields.first(SourceFilter.prefix + name) }
        }
        basis = String((fields.first("basis") ?? "").prefix(500))
        follows = fields.first("follows").flatMap { Int64($0) }
        hasToken = token.isIn(fields)
    }

    /// What it says, in the form in which it is kept; `faults` names what cannot be read.
    mutating func draft(_ kind: SourceKind, _ kinds: SourceKinds, in connection: ReadConnection) throws -> SourceDraft?
    {
        var draft = SourceDraft()
        for field in kind.fields {
            do throws(ValueFault) {
                guard let value = try value(of: field) else {
                    if field.isRequired { faults[field.name] = ValueFault(.missing, field, "").message }
                    continue
                }
                if field.isPersonal { draft.personal[field.name] = value } else { draft.values[field.name] = value }
            } catch {
                faults[field.name] = error.message
            }
            if case .reference(let other) = field.type, let text = draft.values[field.name] {
                let ids = try SourceReferences.ids(called: text, of: other, kinds, in: connection)
                let title = kinds.kind(other)?.title ?? other
                switch ids.count {
                case 1: draft.values[field.name] = ids[0]
                case 0: faults[field.name] = ValueFault(.unknown, field, text, title).message
                default: faults[field.name] = ValueFault(.ambiguous, field, text, "\(ids.count)").message
                }
            }
        }
        return faults.isEmpty ? draft : nil
    }

    private func value(of field: SourceField) throws(ValueFault) -> String? {
        guard case .point = field.type else {
            guard let text = texts[field.name], !text.isEmpty else { return nil }
            return try field.value(of: text)
        }
        let longitude = texts[field.name + ".longitude"] ?? ""
        let latitude = texts[field.name + ".latitude"] ?? ""
        if longitude.isEmpty, latitude.isEmpty { return nil }
        let datum = texts[field.name + ".datum"] ?? SourcePoint.Datum.unknown.rawValue
        return try field.value(of: "\(longitude),\(latitude) \(datum)")
    }
}
