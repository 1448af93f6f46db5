import Ledger
import Records
import Registry
import Storage

/// The way from lines of imported files to the records of their imports.
struct ImportEvidence: EvidenceSource {
    func prove(
        _ evidence: Set<InputTrace.Evidence>, through last: Int64, in connection: ReadConnection, from archive: Archive,
        hasher: TreeHasher
    ) throws -> [ProvedLeaves] {
        return try LineTree.lines(in: evidence).compactMap { batch, lines in
            guard let record = try RecordStore.record(batch, in: connection) else {
                throw RecordsError(.unknownSubject, detail: "第 \(batch) 条记录")
            }
            guard record.action == ImportActions.fileImported else { return nil }
            let bytes = try archive.attachments.bytes(of: AttachmentID(rawValue: record.subject))
            return try LineTree.prove(lines, of: bytes, broughtBy: batch, with: hasher)
        }
    }

    func places(
        of inputs: [(id: InputID, index: Int)], in group: ProvedLeaves, from connection: ReadConnection,
        _ archive: Archive
    ) throws -> [EvidencePlace?] {
        guard group.kind == .file, let record = try RecordStore.record(group.record, in: connection),
            record.action == ImportActions.fileImported
        else {
            return inputs.map { _ in nil }
        }
        let content = try ImportActions.content(of: record)
        let reader = try ImportedLineReader(
            head: group.leaves[0], format: content.format, defaultYear: content.defaultYear, in: connection)
        return try inputs.map { input, index in
            // `kind/object/item/start` of hours of air and water alike.
            let parts = input.rawValue.split(separator: "/")
            guard index > 0, group.evidence[index] != nil, parts.count == 4 else { return nil }
            return try reader.place(of: String(parts[2]), in: group.leaves[index])
        }
    }
}
