import Gateway
import Ledger
import Records
import Registry
import Standards

extension RecordPage {
    /// A record of the ledger.
    ///
    /// - Throws: `SiteError` with `.unknownObject` when there is none of this number.
    init(_ sequence: Int64, in context: PageContext) throws {
        guard let record = try RecordStore.record(sequence, in: context.connection) else {
            throw SiteError(.unknownObject, subject: "台账记录", detail: "第 \(sequence) 条")
        }
        let title = "台账第 \(sequence) 条"
        self.init(
            frame: PageFrame(title, in: context, at: nil), recordTitle: title,
            facts: [
                LabelledText(
                    label: "时间", value: Instant(milliseconds: record.timeMilliseconds).secondText, href: nil),
                LabelledText(label: "操作人", value: record.actor, href: nil),
                LabelledText(label: "操作", value: "\(Self.words(record.action))（\(record.action)）", href: nil),
                LabelledText(label: "对象", value: record.subject, href: nil),
            ], raw: Self.indented(try CanonicalValue(canonical: try record.bytes()), depth: 0),
            rules: record.rules.map { TextLink(label: $0, href: SiteURL.rule($0).path) },
            uses: try Self.uses(of: record, in: context))
    }

    private static func words(_ action: String) -> String {
        switch action {
        case RegistryActions.objectRegistered: "登记对象"
        case RegistryActions.deviceBound: "绑定设备"
        case RegistryActions.targetSet: "设定年度目标"
        case "monitoring.file.imported": "导入文件"
        case "monitoring.hour.reviewed": "审核小时值"
        case "monitoring.section.noted": "说明断面情况"
        case CommandActions.requested: "提出设备命令"
        case CommandActions.confirmed: "确认设备命令"
        case CommandActions.withdrawn: "撤回设备命令"
        case CommandActions.started: "下发设备命令"
        case CommandActions.ended: "设备命令结束"
        case CommandActions.answeredLate: "设备迟到的执行结果"
        case CommandActions.configured: "设置自动下发"
        case KeyActions.known: "按密钥解密报文"
        case KeyActions.confirmed: "设备改用新密钥"
        default: "记录"
        }
    }

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
