import Ledger
import Records

/// Words about records.
enum RecordWords {
    /// Who acted, and for whom where somebody was away.
    static func actor(_ actor: String, _ record: LedgerRecord?) -> String {
        guard let absent = record?.body[Action.actingFor]?.text else { return actor }
        return "\(actor)（代 \(absent)）"
    }
}
