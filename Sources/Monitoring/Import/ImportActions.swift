import Ledger
package import Records
import Storage

/// Taking a file in: one record that names the file by its hash; its rows follow from the file.
package enum ImportActions {
    /// The right to bring files in.
    package static let importFiles = Permission(rawValue: "monitoring.import")

    static let fileImported = "monitoring.file.imported"

    /// - Parameters:
    ///   - attachment: the stored bytes.
    ///   - fileName: as the user knows it; for people only.
    ///   - lines: the tree over the file's lines; version 1 of the body had none.
    static func fileImported(
        _ attachment: AttachmentID, fileName: String, format: FileFormat, defaultYear: Int?,
        lines: MerkleTree, by actor: Actor
    ) -> Action {
        Action(
            actor: actor, name: fileImported, subject: attachment.rawValue,
            body: [
                "kind": "import", "version": 2, "file": .string(fileName), "format": .string(format.rawValue),
                "year": defaultYear.map { .integer(Int64($0)) } ?? .null, "lines": .integer(lines.size),
                "root": .string(lines.root.base64),
            ])
    }

    static let kinds: [ActionKind] = [
        ActionKind(name: fileImported, word: "导入文件", effect: .data, permission: importFiles) { action, _ in
            let format = action.body["format"]?.text ?? ""
            guard FileFormat(rawValue: format) != nil else {
                throw RecordsError(.invalid, field: "format", detail: format)
            }
        }
    ]

    /// What a record of an import says.
    static func content(
        of record: LedgerRecord
    ) throws -> (attachment: AttachmentID, format: FileFormat, defaultYear: Int?, fileName: String) {
        guard let format = FileFormat(rawValue: record.body["format"]?.text ?? "") else {
            throw RecordsError(.invalid, field: "format", detail: record.body["format"]?.text ?? "")
        }
        return (
            AttachmentID(rawValue: record.subject), format, record.body["year"]?.integer.map(Int.init),
            record.body["file"]?.text ?? ""
        )
    }
}
