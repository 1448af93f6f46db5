/// The bytes of a packet as text that may be shown.
enum PacketRaw {
    private static let hidden = Array("******".utf8)

    /// Bytes that are no text are written `\xNN`; the device's password is written `******`.
    static func text(_ bytes: [UInt8]) -> String {
        let masked = masking(bytes)
        guard let text = String(validating: masked, as: UTF8.self) else { return escaped(masked) }
        return text.unicodeScalars.map { scalar in
            scalar.value < 0x20 || scalar.value == 0x7F ? escaped(Array(String(scalar).utf8)) : String(scalar)
        }.joined()
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
