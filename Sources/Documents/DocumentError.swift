/// What can go wrong while reading or writing paper: the facts only; `message` turns them into Chinese.
package struct DocumentError: Error, Hashable, Sendable {
    /// The kind of fault.
    package enum Code: String, Sendable, CaseIterable {
        /// A quoted CSV field is still open at the end of the input; `line` is where its row starts.
        case unterminatedQuote
        /// A CSV row exceeds `limit` bytes; `line` is where it starts.
        case rowTooLong
        /// The input begins with the mark of an encoding that is not UTF-8; `value` names it.
        case unsupportedEncoding
        /// The input ends inside a compressed member.
        case gzipTruncated
        /// The compressed bytes do not decode, or their check sum or length is wrong; `value` is zlib's word for it.
        case gzipCorrupt
        /// The input expands beyond `limit` bytes.
        case expandsTooFar
        /// libzip refused; `value` is its own message.
        case archiveFailed
        /// An archive has more than `limit` entries.
        case tooManyEntries
        /// The archive lacks the part `value`.
        case missingPart
        /// The part `value` is not well-formed XML; `line` is the line in that part.
        case malformedPart
        /// The bytes are no workbook of the form .xlsx; `value` says what they seem to be.
        case notWorkbook
        /// The part `value` of a workbook is not as the format has it; `line` is the line in that part.
        case malformedSheet
        /// A sheet has more than `limit` rows or columns; `value` says which.
        case sheetTooLarge
        /// The bytes are no map that can be drawn; `value` says why.
        case faultyMap
        /// The bytes are not a PNG image with a size.
        case invalidImage
        /// The drawing `value` must become PNG for Word, and nothing was handed in that can do it.
        case drawingNeedsRaster
        /// A text of `found` bytes fits no QR code.
        case textTooLongForCode
        /// Row `line` of a table (head and body counted apart) covers `found` columns where the table has `limit`.
        case tableShape
        /// A mark names the reference `value`, which is in no list of references.
        case unknownReference
        /// A link names the anchor `value`, which nothing has.
        case unknownAnchor
        /// Two things have the anchor or reference id `value`.
        case duplicateAnchor
    }

    package var code: Code
    /// 1-based line of the input.
    package var line: Int?
    /// A bound that was exceeded, in the unit the code names.
    package var limit: Int?
    /// What was found where `limit` was allowed.
    package var found: Int?
    /// A name or a foreign library's word.
    package var value: String?

    package init(_ code: Code, line: Int? = nil, limit: Int? = nil, found: Int? = nil, value: String? = nil) {
        self.code = code
        self.line = line
        self.limit = limit
        self.found = found
        self.value = value
    }
}
