import Accounts
import Gateway
import Ledger
import Records
import Registry
import Standards

extension RecordPage {
    /// A record of the ledger.
    ///
    /// - Throws: `SiteError` with `.unknownObject` when there is none of this number.
    init(_ sequence: Int64, standing: LedgerStanding, in context: PageContext) throws {
        guard let record = try RecordStore.record(sequence, in: context.connection) else {
            throw SiteError(.unknownObject, subject: "台账记录", detail: "第 \(sequence) 条")
        }
        // Who signed in from where is the auditor's, not everybody's.
        if record.action.hasPrefix(Self.accountActions), !context.services.visitor.may(.viewAudit),
            !context.services.visitor.may(.viewAccounts)
        {
            throw SiteError(.notPermitted, detail: Permission.viewAudit.rawValue)
        }
        // A source that somebody may not see is not told of by its records.
        if SourceActions.prefixes.contains(where: record.action.hasPrefix),
            let kind = try SourceStore.kind(ofSubject: record.subject, in: context.connection)
        {
            _ = try context.sourceKind(kind)
        }
        let title = "台账第 \(sequence) 条"
        self.init(
            frame: PageFrame(title, in: context, at: nil), recordTitle: title,
            facts: [
                LabelledText(
                    label: "时间", value: Instant(milliseconds: record.timeMilliseconds).secondText, href: nil),
                LabelledText(label: "操作人", value: RecordWords.actor(record.actor, record), href: nil),
                LabelledText(
                    label: "操作", value: "\(context.services.book.word(ofAction: record.action))（\(record.action)）",
                    href: nil),
                LabelledText(label: "对象", value: record.subject, href: nil),
            ], raw: Self.indented(try CanonicalValue(canonical: try record.bytes()), depth: 0),
            rules: record.rules.map { TextLink(label: $0, href: SiteURL.rule($0).path) },
            uses: try Self.uses(of: record, in: context),
            past: PastNote(in: context, "记录", present: .record(sequence)), standing: standing)
    }

    private static let accountActions = "accounts."

    private static func uses(of record: LedgerRecord, in context: PageContext) throws -> [TextLink] {
        guard let object = try RegistryStore.object(record.subject, in: context.connection) else { return [] }
        switch object.kind {
        case .station:
            if let start = record.body["start"]?.integer {
                let hour = Instant(secondsSince1970: start)
                let number = hour.beijingHour + 1
                return [
                    TextLink(
                        label: "\(object.name) \(hour.beijingDate.shortText) \(number)时",
                        href: SiteURL.hour(number, of: object.id, on: hour.beijingDate).path)
                ]
            }
            return [TextLink(label: object.name, href: SiteURL.station(object.id).path)]
        case .section: return [TextLink(label: object.name, href: SiteURL.section(object.id).path)]
        case .noise, .outlet, .town, .bureau: return []
        }
    }

    /// The canonical value with a line a member, so that a person can read it; nothing is left out.
    private static func indented(_ value: CanonicalValue, depth: Int) -> String {
        let margin = String(repeating: "  ", count: depth + 1)
        let end = String(repeating: "  ", count: depth)
        switch value {
        case .object(let members) where !members.isEmpty:
            let lines = members.sorted { $0.key < $1.key }.map { key, value in
                "\(margin)\"\(key)\": \(indented(value, depth: depth + 1))"
            }
            return "{\n\(lines.joined(separator: ",\n"))\n\(end)}"
        case .array(let elements) where !elements.isEmpty:
            return "[\n\(elements.map { margin + indented($0, depth: depth + 1) }.joined(separator: ",\n"))\n\(end)]"
        default:
            return (try? value.bytes()).map { String(decoding: $0, as: UTF8.self) } ?? ""
        }
    }
}
