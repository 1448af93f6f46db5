import Ledger
import Records
import Synchronization

/// Prints the faults that an audit finds, each once.
final class FindingPrinter: Sendable {
    private let isJSON: Bool
    private let printed = Mutex(0)

    init(isJSON: Bool) { self.isJSON = isJSON }

    /// Faults so far.
    var count: Int { printed.withLock { $0 } }

    func print(_ finding: AuditFinding) {
        printed.withLock { $0 += 1 }
        Terminal.say(isJSON ? Self.json(finding) : "不符：\(finding.place)：\(finding.fault)")
    }

    private static func json(_ finding: AuditFinding) -> String {
        let object: CanonicalValue = [
            "fault": .string(finding.fault), "item": .string(finding.item), "place": .string(finding.place),
        ]
        return String(decoding: (try? object.bytes()) ?? [], as: UTF8.self)
    }
}
