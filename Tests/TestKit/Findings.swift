package import Records
import Synchronization

/// Collects what an audit finds.
package final class Findings: Sendable {
    private let found = Mutex<[AuditFinding]>([])

    package init() {}

    package var all: [AuditFinding] { found.withLock { $0 } }

    package func add(_ finding: AuditFinding) { found.withLock { $0.append(finding) } }
}
