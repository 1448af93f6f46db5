import Ledger
import Registry
import Standards
package import Storage

extension Party {
    static let kind = "case-party"

    /// What stands in the open: of an organisation what everybody may look up, of a citizen nothing.
    var openFields: [String: String] {
        let fields: [String: String] =
            switch kind {
            case .entity: ["name": name, "code": code, "address": address]
            case .business: ["name": name, "code": code]
            case .citizen: [:]
            }
        return fields.filter { !$0.value.isEmpty }
    }

    /// Facts about people: they stand beside the ledger, their commitments in the record.
    var personalFields: [String: String] {
        let open = openFields
        let all = [
            "name": name, "code": code, "address": address, "representative": representative,
            "telephone": telephone,
        ]
        return all.filter { !$0.value.isEmpty && open[$0.key] == nil }
    }

    /// - Parameters:
    ///   - follows: the record that the person had on screen; nil of a party not stated before.
    ///   - reason: why it is changed.
    func body(after follows: Int64?, reason: String, isRemoved: Bool) -> CanonicalValue {
        [
            "kind": .string(Self.kind), "version": 1, "item": .string(id), "follows": RecordPart.record(follows),
            "is": .string(kind.rawValue), "open": RecordPart.named(openFields), "source": RecordPart.text(source),
            "reason": .string(reason), "removed": .bool(isRemoved),
        ]
    }

    /// Reads what a record says, without the facts about people; nil when it is none.
    init?(_ entry: CaseEntry) {
        let body = entry.body
        guard body["kind"]?.text == Self.kind, let kind = body["is"]?.text.flatMap(Kind.init),
            let open = RecordPart.named(of: body["open"])
        else { return nil }
        self.init(
            kind: kind, name: open["name"] ?? "", source: body["source"]?.text, code: open["code"] ?? "",
            address: open["address"] ?? "")
        id = entry.item
        sequence = entry.sequence
    }

    /// The same with what may be read of the facts about people.
    func withPersonal(_ facts: [String: String]) -> Party {
        var party = self
        for (field, text) in facts {
            switch field {
            case "name": party.name = text
            case "code": party.code = text
            case "address": party.address = text
            case "representative": party.representative = text
            case "telephone": party.telephone = text
            default: break
            }
        }
        return party
    }

    /// A party as its file in the register (一源一档) has it now.
    ///
    /// - Returns: nil when there is no such source.
    package static func filled(fromSource id: String, in connection: ReadConnection) throws -> Party? {
        guard let file = try SourceStore.file(id, in: connection), file.state == .active else { return nil }
        let facts = try SourcePersonal.texts(of: file, in: connection)
        return Party(
            kind: .entity, name: file.name, source: id, code: file.value("creditCode") ?? "",
            address: file.value("registeredAddress") ?? file.value("productionAddress") ?? "",
            representative: facts["legalPerson"] ?? "", telephone: facts["environmentPhone"] ?? "")
    }
}
