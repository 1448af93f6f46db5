/// The bytes of a packet as text that may be shown.
enum PacketRaw {
    private static let hidden = Array("******".utf8)

    /// Bytes that are no text are written `\xNN`; passwords, and other bytes that are to be hidden, are written `******`.
    static func text(_ bytes: [UInt8], hiding secrets: [Range<Int>] = []) -> String {
        var shown: [UInt8] = []
        var position = 0
        for secret in secrets.sorted(by: { $0.lowerBound < $1.lowerBound }) where secret.lowerBound >= position {
            shown += bytes[position..<secret.lowerBound] + hidden
            position = secret.upperBound
        }
        return plain(masking(shown + bytes[position...]))
    }

    /// Bytes that are no text are written `\xNN`, and so is what a page would not show as itself: controls, and marks
    /// that turn the direction of the text round.
    static func plain(_ bytes: [UInt8]) -> String {
        guard let text = String(validating: bytes, as: UTF8.self) else { return escaped(bytes) }
        return text.unicodeScalars.map { scalar in
            isHidden(scalar) ? escaped(Array(String(scalar).utf8)) : String(scalar)
        }.joined()
    }

    /// Text from a packet, whatever it holds, that stays on its line and in its direction.
    static func plain(_ text: String) -> String {
        text.unicodeScalars.allSatisfy { !isHidden($0) } ? text : plain(Array(text.utf8))
    }

    private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned: true
        default: false
        }
    }

    /// What stands behind every `PW=`, in whatever case, up to the next separator.
    private static func masking(_ bytes: [UInt8]) -> [UInt8] {
        let separators = Set(";,&\r\n".utf8)
        var masked: [UInt8] = []
        var index = 0
        while index < bytes.count {
            let isName =
                index + 2 < bytes.count && bytes[index] | 0x20 == UInt8(ascii: "p")
                && bytes[index + 1] | 0x20 == UInt8(ascii: "w") && bytes[index + 2] == UInt8(ascii: "=")
            guard isName else {
                masked.append(bytes[index])
                index += 1
                continue
            }
            masked += bytes[index..<index + 3] + hidden
            index += 3
            while index < bytes.count, !separators.contains(bytes[index]) { index += 1 }
        }
        return masked
    }

    private static func escaped(_ bytes: [UInt8]) -> String {
        var text = ""
        for byte in bytes {
            if (0x20..<0x7F).contains(byte) {
                text.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                let digits = String(byte, radix: 16, uppercase: true)
                text += "\\x" + (digits.count == 1 ? "0" + digits : digits)
            }
        }
        return text
    }
}
