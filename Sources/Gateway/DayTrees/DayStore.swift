package import Ledger
import Records
package import Storage

/// Questions about closed days.
package enum DayStore {
    /// A stretch of the packet log with its trees.
    package struct Closing: Sendable, Hashable {
        package let sequence: Int64
        package let from: PacketAddress
        package let to: PacketAddress
        /// Device-days in it.
        package let count: Int64
        package let root: TreeHash
        package let list: AttachmentID

        init?(_ record: LedgerRecord) {
            guard let from = record.body["start"]?.integer, let to = record.body["end"]?.integer, from < to,
                let count = record.body["count"]?.integer, let list = record.body["list"]?.text,
                let root = TreeHash(base64: record.body["root"]?.text ?? "")
            else { return nil }
            sequence = record.sequence
            self.from = PacketAddress(rawValue: from)
            self.to = PacketAddress(rawValue: to)
            self.count = count
            self.root = root
            self.list = AttachmentID(rawValue: list)
        }
    }

    /// All of them, by address.
    package static func closings(in connection: ReadConnection) throws -> [Closing] {
        try RecordStore.readableRecords(of: DayActions.dayClosed, in: connection).compactMap(Closing.init)
    }

    /// The device-days of a closing.
    ///
    /// - Throws: `StorageError` with `.damagedAttachment`; `LedgerError` with `.rootMismatch` when the list is another one.
    static func devices(of closing: Closing, from archive: Archive, with hasher: TreeHasher) throws -> [DeviceDay] {
        let days = try archive.attachments.bytes(of: closing.list).split(separator: 0x0A).map {
            try DeviceDay(canonical: try CanonicalValue(canonical: Array($0)))
        }
        let root = try DayTrees.tree(over: days, with: hasher).root
        guard root == closing.root else { throw LedgerError(.rootMismatch, detail: root.base64) }
        return days
    }
}
