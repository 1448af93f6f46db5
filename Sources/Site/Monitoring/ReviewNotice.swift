import Ledger
import Records

/// What is said above a page after a review was recorded.
enum ReviewNotice {
    /// - Parameter sequence: the record that the address names; anything but a review says nothing.
    static func text(of sequence: Int64?, in context: PageContext) throws -> String? {
        guard let sequence, let record = try RecordStore.record(sequence, in: context.connection),
            record.body["kind"]?.text == "hour-review"
        else { return nil }
        let decision = record.body["decision"]?.text == "doubted" ? "存疑" : "认可"
        return "\(decision)已记入台账第 \(sequence) 条，审核人 \(record.body["reviewer"]?.text ?? "")。原始值照样保留。"
    }
}
