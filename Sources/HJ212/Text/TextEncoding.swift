/// How the bytes of a packet are read as text. The standard says UTF-8; some devices send log text in GBK.
public enum TextEncoding: Sendable, Hashable {
    case ascii
    case utf8
    /// Not UTF-8, so taken for GB 18030 (which contains GBK and GB 2312).
    case gb18030

    /// The encoding of the bytes of a whole packet: one value alone can be both by chance.
    static func of(_ bytes: ArraySlice<UInt8>) -> TextEncoding {
        guard bytes.withUnsafeBytes(ByteSearch.hasHighByte) else { return .ascii }
        return String(validating: bytes, as: UTF8.self) == nil ? .gb18030 : .utf8
    }

    /// The text; U+FFFD stands for what cannot be read. The bytes themselves are never altered.
    func text(_ bytes: ArraySlice<UInt8>) -> String {
        switch self {
        case .ascii, .utf8: String(decoding: bytes, as: UTF8.self)
        case .gb18030: Self.decodeGB18030(bytes)
        }
    }

    private static func decodeGB18030(_ bytes: ArraySlice<UInt8>) -> String {
        var text = String.UnicodeScalarView()
        var rest = bytes
        while let first = rest.popFirst() {
            if first < 0x80 {
                text.append(Unicode.Scalar(first))
            } else if let pair = twoBytes(first, rest.first) {
                text.append(pair)
                rest.removeFirst()
            } else if let (scalar, length) = fourBytes(first, rest) {
                text.append(scalar)
                rest.removeFirst(length - 1)
            } else {
                text.append("\u{FFFD}")
            }
        }
        return String(text)
    }

    private static func twoBytes(_ first: UInt8, _ second: UInt8?) -> Unicode.Scalar? {
        guard let second, (0x81...0xFE).contains(first), (0x40...0xFE).contains(second), second != 0x7F else {
            return nil
        }
        let column = Int(second) - (second < 0x7F ? 0x40 : 0x41)
        return GB18030Table.scalars[(Int(first) - 0x81) * 190 + column]
    }

    /// Four bytes: characters beyond the basic plane are in plain order; the others among them are too rare for a table.
    private static func fourBytes(_ first: UInt8, _ rest: ArraySlice<UInt8>) -> (Unicode.Scalar, Int)? {
        let tail = Array(rest.prefix(3))
        guard tail.count == 3, (0x30...0x39).contains(tail[0]), (0x81...0xFE).contains(tail[1]),
            (0x30...0x39).contains(tail[2]), (0x81...0xFE).contains(first)
        else { return nil }
        let high = (Int(first) - 0x90) * 12_600 + (Int(tail[0]) - 0x30) * 1260
        let code = 0x10000 + high + (Int(tail[1]) - 0x81) * 10 + Int(tail[2]) - 0x30
        guard code >= 0x10000, let scalar = Unicode.Scalar(UInt32(code)) else { return ("\u{FFFD}", 4) }
        return (scalar, 4)
    }
}
