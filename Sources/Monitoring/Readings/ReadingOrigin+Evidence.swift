package import Records

extension ReadingOrigin {
    /// The end of the chain of evidence.
    package var evidence: InputTrace.Evidence {
        switch self {
        case .packet(let address): .packet(address)
        case .importRow(let batch, let line): .importRow(batch: batch, line: line)
        case .manual(let record, 0): .record(sequence: record)
        case .manual(let record, let line): .importRow(batch: record, line: line)
        }
    }
}
