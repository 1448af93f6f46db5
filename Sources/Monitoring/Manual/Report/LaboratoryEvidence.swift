import Documents
import Ledger
import Records
import Registry
import Standards
import Storage

/// The way from rows of laboratories' reports to the records that brought them.
struct LaboratoryEvidence: EvidenceSource {
    func prove(
        _ evidence: Set<InputTrace.Evidence>, through last: Int64, in connection: ReadConnection, from archive: Archive,
        hasher: TreeHasher
    ) throws -> [ProvedLeaves] {
        return try LineTree.lines(in: evidence).compactMap { sequence, lines in
            guard let record = try RecordStore.record(sequence, in: connection),
                record.action == LaboratoryActions.reported
            else { return nil }
            let bytes = try archive.attachments.bytes(of: AttachmentID(rawValue: record.body["table"]?.text ?? ""))
            return try LineTree.prove(lines, of: bytes, broughtBy: sequence, with: hasher)
        }
    }

    func places(
        of inputs: [(id: InputID, index: Int)], in group: ProvedLeaves, from connection: ReadConnection,
        _ archive: Archive
    ) throws -> [EvidencePlace?] {
        guard group.kind == .file, let record = try RecordStore.record(group.record, in: connection),
            record.action == LaboratoryActions.reported, let head = try CSVReader.row(of: group.leaves[0])?.strings
        else { return inputs.map { _ in nil } }
        let rules = try ManualRules(
            archive.catalog, on: Instant(milliseconds: record.timeMilliseconds).beijingDate)
        let titles = rules.laboratory.columns[.result] ?? []
        guard let column = head.firstIndex(where: titles.contains) else { return inputs.map { _ in nil } }
        return try inputs.map { input, index in
            // A result in another unit or below the detection limit is not what stands in the cell.
            guard index > 0, input.parts(of: "water-sample") != nil, group.evidence[index] != nil,
                let row = try CSVReader.row(of: group.leaves[index], expectedCount: head.count)
            else { return nil }
            return EvidencePlace(field: head[column], text: row[column].string)
        }
    }
}
