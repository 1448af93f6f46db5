/// A run of bytes of a packet: a name, a value. No string is made until asked for, and the bytes are as sent.
public struct FieldText: Sendable {
    private let storage: [UInt8]
    private let range: Range<Int>
    private let encoding: TextEncoding

    init(storage: [UInt8], range: Range<Int>, encoding: TextEncoding) {
        self.storage = storage
        self.range = range
        self.encoding = encoding
    }

    /// The bytes as sent, without the blanks round them.
    public var bytes: ArraySlice<UInt8> { storage[range] }

    /// How many bytes there are.
    public var byteCount: Int { range.count }

    /// Whether there is no byte.
    public var isEmpty: Bool { range.isEmpty }

    /// The bytes where they are, for comparisons that are made for every field of every packet.
    private func withBytes<Value>(_ body: (UnsafeRawBufferPointer) -> Value) -> Value {
        storage.withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0[range])) }
    }

    /// Whether a byte is among them.
    func contains(_ byte: UInt8) -> Bool { withBytes { $0.contains(byte) } }

    /// Whether the bytes are UTF-8 as they are.
    var isUTF8: Bool { encoding != .gb18030 }

    /// The text, read as UTF-8, or as GB 18030 when the packet is not UTF-8.
    public var string: String { encoding.text(bytes) }

    /// The value when the text consists of 1 to 18 decimal digits.
    public var integer: Int? { ASCII.decimalValue(bytes) }

    /// Whether the bytes are those of the string.
    public func equals(_ string: String) -> Bool { bytes.elementsEqual(string.utf8) }

    /// Whether the bytes are those of the string but for the case of ASCII letters. Names are compared this way: devices
    /// do not keep to the case that the standard prints.
    public func equalsIgnoringCase(_ string: String) -> Bool {
        var string = string
        return string.withUTF8 { other in withBytes { Self.areEqual($0, UnsafeRawBufferPointer(other)) } }
    }

    /// Whether two texts are equal but for the case of ASCII letters.
    public func equalsIgnoringCase(_ other: FieldText) -> Bool {
        guard range.count == other.range.count else { return false }
        return withBytes { own in other.withBytes { Self.areEqual(own, $0) } }
    }

    private static func areEqual(_ left: UnsafeRawBufferPointer, _ right: UnsafeRawBufferPointer) -> Bool {
        guard left.count == right.count else { return false }
        // Most are equal as they are.
        for position in 0..<left.count where left[position] != right[position] {
            guard ASCII.lowered(left[position]) == ASCII.lowered(right[position]) else { return false }
        }
        return true
    }

    /// Whether the text is a decimal number: sign, digits, point, and an exponent when there is one. `N14.2` of the
    /// standard is of this form, and so is what `printf` writes for a number; `-`, `NaN`, `inf`, `null`, a number with
    /// its unit and no text at all are not.
    public var isNumber: Bool {
        var rest = bytes
        rest.dropSign()
        let whole = rest.dropDigits()
        var fraction = 0
        if rest.first == UInt8(ascii: ".") {
            rest.removeFirst()
            fraction = rest.dropDigits()
        }
        guard whole + fraction > 0 else { return false }
        if let letter = rest.first, ASCII.lowered(letter) == UInt8(ascii: "e") {
            rest.removeFirst()
            rest.dropSign()
            guard rest.dropDigits() > 0 else { return false }
        }
        return rest.isEmpty
    }
}

extension FieldText: Hashable {
    /// Two texts are equal when their bytes are.
    public static func == (left: FieldText, right: FieldText) -> Bool { left.bytes == right.bytes }

    /// Feeds the bytes.
    public func hash(into hasher: inout Hasher) { hasher.combine(bytes) }
}

extension FieldText: CustomStringConvertible {
    /// The text.
    public var description: String { string }
}

extension ArraySlice<UInt8> {
    fileprivate mutating func dropSign() {
        if first == UInt8(ascii: "-") || first == UInt8(ascii: "+") { removeFirst() }
    }

    fileprivate mutating func dropDigits() -> Int {
        let digits = prefix(while: ASCII.isDigit).count
        removeFirst(digits)
        return digits
    }
}
