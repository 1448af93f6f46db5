/// The forms of files that a source's file takes in. What a file is follows from its bytes; its name must agree.
package enum AttachmentForm: String, Sendable, CaseIterable {
    case pdf, jpeg, png, docx, xlsx, doc, xls, csv, txt

    /// The longest file, in bytes: a scanned permit with its annexes.
    package static let greatestBytes = 32 << 20

    /// The ends of names that it has.
    package var extensions: [String] { self == .jpeg ? ["jpg", "jpeg"] : [rawValue] }

    /// For Content-Type.
    package var mediaType: String {
        switch self {
        case .pdf: "application/pdf"
        case .jpeg: "image/jpeg"
        case .png: "image/png"
        case .docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        case .doc: "application/msword"
        case .xls: "application/vnd.ms-excel"
        case .csv: "text/csv"
        case .txt: "text/plain"
        }
    }

    /// Whether it is a picture of which a small one can be made.
    package var isPicture: Bool { self == .jpeg || self == .png }

    /// What may be attached, in words.
    package static var allowedText: String { allCases.flatMap(\.extensions).joined(separator: "、") }

    /// What a file is by its bytes and its name.
    ///
    /// - Throws: `AttachmentFault`.
    package static func of(_ bytes: [UInt8], named name: String) throws(AttachmentFault) -> AttachmentForm {
        guard !bytes.isEmpty else { throw AttachmentFault(.empty, name) }
        guard bytes.count <= greatestBytes else { throw AttachmentFault(.tooLarge, name) }
        let ending = name.split(separator: ".").last.map { $0.lowercased() } ?? ""
        guard name.contains("."), let form = allCases.first(where: { $0.extensions.contains(ending) }) else {
            throw AttachmentFault(.notAllowed, name)
        }
        guard form.agrees(with: bytes) else { throw AttachmentFault(.otherContent, name) }
        return form
    }

    /// Whether bytes begin as files of this form do, and hold what they must.
    private func agrees(with bytes: [UInt8]) -> Bool {
        switch self {
        case .pdf: bytes.starts(with: Array("%PDF-".utf8))
        case .jpeg: bytes.starts(with: [0xFF, 0xD8, 0xFF])
        case .png: bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
        case .docx: isPackage(bytes, holding: "word/document.xml")
        case .xlsx: isPackage(bytes, holding: "xl/workbook.xml")
        case .doc, .xls: bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])
        // Text has no mark of its own; a program or a picture has zeros.
        case .csv, .txt: !bytes.contains(0)
        }
    }

    /// Names of entries stand in the clear in a zip archive. A document with macros has another ending, so one that holds
    /// them is not what it says.
    private func isPackage(_ bytes: [UInt8], holding entry: String) -> Bool {
        bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) && bytes.firstRange(of: Array(entry.utf8)) != nil
            && bytes.firstRange(of: Array("vbaProject.bin".utf8)) == nil
    }
}
