/// Where each field of the head stands among the entries of a packet, found once while reading: a receiver asks for them a
/// dozen times.
struct HeadIndex: Sendable {
    private static let absent = UInt16.max
    /// By the order of the field.
    private var positions = SIMD16<UInt16>(repeating: absent)

    /// Position of the entry; nil when the field was not sent.
    subscript(field: HeadField) -> Int? {
        let position = positions[field.order]
        return position == Self.absent ? nil : Int(position)
    }

    /// Takes note of an entry with a value. The last of several with one name counts.
    mutating func note(nameIn name: UnsafeRawBufferPointer, at position: Int) {
        guard let field = HeadField(name: name) else { return }
        positions[field.order] = UInt16(truncatingIfNeeded: position)
    }
}

extension HeadField {
    /// The field of a name in any case of letters; nil for other names.
    init?(name: UnsafeRawBufferPointer) {
        guard (2...4).contains(name.count) else { return nil }
        // A name of at most four letters is one number.
        var word: UInt32 = 0
        for byte in name { word = word << 8 | UInt32(ASCII.lowered(byte)) }
        switch word {
        case 0x716E: self = .qn
        case 0x7374: self = .st
        case 0x636E: self = .cn
        case 0x7077: self = .pw
        case 0x6D6E: self = .mn
        case 0x666C_6167: self = .flag
        case 0x706E_756D: self = .pnum
        case 0x70_6E6F: self = .pno
        case 0x7266: self = .rf
        default: return nil
        }
    }
}
