extension Packet {
    /// Whether the frame is right: length in bytes, check value of four hex digits, line end CR LF or none.
    ///
    /// It speaks of the frame and not of the content: a packet of the year 2099 is valid. Of ciphered content the length
    /// field and the check value mean the plain text; without the key the length can be checked and the check value can
    /// only be seen to be a possible one.
    public var isValid: Bool {
        guard frame.declaredLength != nil, frame.lineEnd?.isAccepted ?? true else { return false }
        if isCiphered {
            let value = frame.checksumText.count == 4 ? ASCII.hexValue(frame.checksumText) : nil
            // Whether devices state the length of the plain text, as the standard's examples do, or of what they send, is
            // open: either is right.
            let isLengthRight = frame.declaredLength == plainLength || frame.isLengthRight
            return isLengthRight && value.map(Checksum.canOccur) == true
        }
        return frame.isLengthRight && frame.checksum == .right
    }

    /// Bytes of the data segment with its content deciphered; each ciphered byte is written as `0xHH,` or `0xHH}`.
    private var plainLength: Int {
        let content = bytes(layout.content)
        let cipher = content.prefix { $0 != ASCII.closeBrace }
        return frame.segmentRange.count - (cipher.count + 1) + cipher.count / 5
    }

    /// Every deviation from the standard, in a fixed order. A packet is judged by `isValid` or by its receiver, not by
    /// the number of its issues: hardly any packet of the field has none.
    public var issues: [Issue] {
        if frame.declaredLength == nil { return [.noHeader] }
        return frame.issues + contentIssues + headIssues
    }

    private var contentIssues: [Issue] {
        var issues: [Issue] = []
        if layout.headEnd > 0, layout.headEnd < frame.segmentRange.count,
            bytes(0..<layout.headEnd).last != ASCII.semicolon
        {
            issues.append(.noSemicolonBeforeContent)
        }
        switch layout.opening {
        case .full: break
        case .single: issues.append(.contentOpenSingle)
        case .missing: issues.append(.contentOpenMissing)
        }
        if !layout.isClosed { issues.append(.contentCloseMissing) }
        if layout.hasTail { issues.append(.textAfterContent) }
        if encoding == .gb18030 { issues.append(.textNotUTF8) }
        if layout.isCiphered { return issues + [.contentCiphered] }

        let content = bytes(layout.content)
        let lastByte = content.last { !ASCII.isBlank($0) }
        if lastByte == ASCII.semicolon { issues.append(.contentTrailingSemicolon) }
        let parts = content.split(omittingEmptySubsequences: true) { $0 == ASCII.semicolon || $0 == ASCII.comma }
        if parts.contains(where: { ASCII.isBlank($0[$0.startIndex]) || ASCII.isBlank($0[$0.endIndex - 1]) }) {
            issues.append(.spaceInContent)
        }
        let entries = self.entries[headCount...]
        if entries.contains(where: { !$0.hasValue }) { issues.append(.itemWithoutEquals) }
        if entries.contains(where: { $0.hasValue && value($0).bytes.contains(ASCII.equals) }) {
            issues.append(.separatorMissing)
        }
        if groups.contains(where: mixesItems) { issues.append(.groupMixesItems) }
        if Set(entries.map(name)).count < entries.count { issues.append(.duplicateName) }
        return issues
    }

    /// Whether a group holds several factors. Two pairs of names belong together and are printed with `,` in the
    /// standards: BeginTime and EndTime (2017, C.23), PolId and CalibrationType (2025).
    private func mixesItems(_ group: [Pair]) -> Bool {
        let codes = Set(group.map { Array($0.name.bytes.prefix { $0 != ASCII.dash }) })
        return codes.count > 1 && !codes.isSubset(of: Self.namesBelongingTogether)
    }

    private static let namesBelongingTogether: Set<[UInt8]> =
        Set(["BeginTime", "EndTime", "PolId", "CalibrationType"].map { Array($0.utf8) })

    private var headIssues: [Issue] {
        var issues: [Issue] = []
        let head = bytes(0..<layout.headEnd)
        if head.contains(ASCII.comma) { issues.append(.commaInHead) }
        let parts = head.split { $0 == ASCII.semicolon || $0 == ASCII.comma }
        if parts.contains(where: hasBlankBesideEquals) { issues.append(.spaceInHead) }

        let names = headPairs.filter { $0.value != nil }.map(\.name)
        var fields: [HeadField] = []
        for name in names {
            guard let field = HeadField.allCases.first(where: { name.equals($0.rawValue) }) else { continue }
            if !fields.contains(field) { fields.append(field) }
        }
        if let length = sent(.pw)?.string.unicodeScalars.count, length != 6 {
            issues.append(length == 0 ? .emptyField(.pw) : .passwordLength(length))
        }
        if sent(.mn)?.isEmpty == true { issues.append(.emptyField(.mn)) }
        if let number = sent(.qn)?.bytes {
            if number.count != 17 || !number.allSatisfy(ASCII.isDigit) { issues.append(.exchangeNumberForm) }
        }
        for field: HeadField in [.qn, .st, .cn, .pw, .mn, .flag] where !fields.contains(field) {
            issues.append(.missingField(field))
        }
        if zip(fields, fields.dropFirst()).contains(where: { $0.order > $1.order }) { issues.append(.headOrder) }
        if names.contains(where: { name in !fields.contains { name.equals($0.rawValue) } }) {
            issues.append(.headUnknownName)
        }
        if let flag = sent(.flag) {
            if let bits = flag.integer {
                if (bits & 2 != 0) != fields.contains(.pnum) { issues.append(.flagContradictsPart) }
            } else {
                issues.append(.flagNotNumber)
            }
        } else if fields.contains(.pnum) {
            issues.append(.partWithoutFlag)
        }
        return issues
    }

    /// A field of the head under exactly the name of the standard: another case is a deviation.
    private func sent(_ field: HeadField) -> FieldText? {
        headPairs.last { $0.value != nil && $0.name.equals(field.rawValue) }?.value
    }

    private func hasBlankBesideEquals(_ part: ArraySlice<UInt8>) -> Bool {
        guard let equals = part.firstIndex(of: ASCII.equals) else { return false }
        let before = part[..<equals]
        let after = part[(equals + 1)...]
        // A blank at the very end of the field stands beside `;`, not beside `=`.
        return before.last.map(ASCII.isBlank) == true
            || (after.first.map(ASCII.isBlank) == true && !after.allSatisfy(ASCII.isBlank))
    }
}

extension Frame {
    /// Deviations of the frame itself.
    var issues: [Issue] {
        var issues: [Issue] = []
        if lineEnd == .crlfAndMore { issues.append(.extraLineEnd) }
        if let lineEnd, lineEnd != .crlf { issues.append(.lineEnd(lineEnd)) }
        if lengthDigits < 4 { issues.append(.lengthShort) }
        if lengthDigits > 4 { issues.append(.lengthFiveDigits) }
        if let declaredLength, !isLengthRight { issues.append(.lengthMismatch(declaredLength - segmentRange.count)) }
        if segmentRange.count > Limits.standardSegmentBytes { issues.append(.segmentTooLong) }
        if checksum != .right { issues.append(.checksum(checksum)) }
        if let value = ASCII.hexValue(checksumText) {
            if checksum != .right, !Checksum.canOccur(value) { issues.append(.checksumImpossible) }
            if checksumText.contains(where: { ASCII.isLetter($0) && ASCII.lowered($0) == $0 }) {
                issues.append(.checksumLowercase)
            }
        }
        return issues
    }
}
