/// The forms of files that a source's file takes in. What a file is follows from its bytes; its name must agree.
package enum AttachmentForm: String, Sendable, CaseIterable {
    case pdf, jpeg, png, docx, xlsx, doc, xls, csv, txt
    /// Recordings, of evidence only.
    case mp4, mp3, m4a, wav

    /// The longest file, in bytes: a scanned permit with its annexes.
    package static let greatestBytes = 32 << 20
    /// The longest recording, in bytes: some minutes of video.
    package static let greatestRecordingBytes = 64 << 20

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
        case .mp4: "video/mp4"
        case .mp3: "audio/mpeg"
        case .m4a: "audio/mp4"
        case .wav: "audio/wav"
        }
    }

    /// Whether it is a picture of which a small one can be made.
    package var isPicture: Bool { self == .jpeg || self == .png }

    /// Whether it is sound or moving pictures.
    package var isRecording: Bool { [.mp4, .mp3, .m4a, .wav].contains(self) }

    /// The most bytes that one of this form may have.
    private var greatest: Int { isRecording ? Self.greatestRecordingBytes : Self.greatestBytes }

    /// What may be attached, in words.
    package static var allowedText: String { words(allCases.filter { !$0.isRecording }) }

    /// What may be taken in as evidence, in words.
    package static var evidenceText: String { words(allCases) }

    private static func words(_ forms: [AttachmentForm]) -> String {
        forms.flatMap(\.extensions).joined(separator: "、")
    }

    /// What the end of a name says.
    package static func ofName(_ name: String) -> AttachmentForm? {
        let ending = name.split(separator: ".").last.map { $0.lowercased() } ?? ""
        return name.contains(".") ? allCases.first { $0.extensions.contains(ending) } : nil
    }

    /// What a file is by its bytes and its name.
    ///
    /// - Throws: `AttachmentFault`.
    package static func of(_ bytes: [UInt8], named name: String) throws(AttachmentFault) -> AttachmentForm {
        try check(bytes, named: name, among: allCases.filter { !$0.isRecording })
    }

    /// The same for evidence, among which are recordings.
    ///
    /// - Throws: `AttachmentFault`.
    package static func ofEvidence(_ bytes: [UInt8], named name: String) throws(AttachmentFault) -> AttachmentForm {
        try check(bytes, named: name, among: allCases)
    }

    private static func check(
        _ bytes: [UInt8], named name: String, among forms: [AttachmentForm]
    ) throws(AttachmentFault) -> AttachmentForm {
        let named = ofName(name)
        let greatest = named?.greatest ?? greatestBytes
        func fault(_ code: AttachmentFault.Code) -> AttachmentFault {
            AttachmentFault(code, name, greatest: greatest, allowed: words(forms))
        }
        guard !bytes.isEmpty else { throw fault(.empty) }
        guard let named, forms.contains(named) else { throw fault(bytes.count > greatest ? .tooLarge : .notAllowed) }
        guard bytes.count <= greatest else { throw fault(.tooLarge) }
        guard named.agrees(with: bytes) else { throw fault(.otherContent) }
        return named
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
        // ISO/IEC 14496-12: the first box says what kind of file it is.
        case .mp4, .m4a: bytes.count > 12 && bytes[4..<8].elementsEqual("ftyp".utf8)
        // A tag before the sound, or the sound itself: eleven bits that mark a frame.
        case .mp3:
            bytes.starts(with: "ID3".utf8) || bytes.count > 2 && bytes[0] == 0xFF && bytes[1] & 0xE0 == 0xE0
        case .wav: bytes.count > 12 && bytes.starts(with: "RIFF".utf8) && bytes[8..<12].elementsEqual("WAVE".utf8)
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
