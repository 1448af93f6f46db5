/// How the check value of a frame relates to its data segment.
public enum ChecksumMatch: Sendable, Hashable, CaseIterable {
    /// Four hex digits, upper or lower case, equal to the value of HJ 212 Annex A.
    case right
    /// The right value printed without its leading zeros.
    case unpadded
    /// The right value with its two bytes exchanged.
    case swapped
    /// CRC-16/MODBUS of the segment, high byte first.
    case modbus
    /// CRC-16/MODBUS of the segment, low byte first.
    case modbusSwapped
    /// Hex digits that fit none of these.
    case wrong
    /// Something that is not hex.
    case notHex
    /// Nothing stands where the check value should be.
    case absent

    /// The coarse verdict of `packet decode`.
    public enum Verdict: String, Sendable, Hashable, CaseIterable {
        case ok, wrong, absent, modbus, swapped
    }

    /// The coarse verdict: a value that is right but not printed as four hex digits counts as wrong.
    public var verdict: Verdict {
        switch self {
        case .right: .ok
        case .swapped: .swapped
        case .modbus, .modbusSwapped: .modbus
        case .absent: .absent
        case .unpadded, .wrong, .notHex: .wrong
        }
    }

    /// Compares what a frame carries with what its segment calls for.
    static func of(_ given: ArraySlice<UInt8>, for segment: ArraySlice<UInt8>) -> ChecksumMatch {
        if given.isEmpty { return .absent }
        guard let value = ASCII.hexValue(given) else { return .notHex }
        let right = segment.withUnsafeBytes { Checksum.value(of: $0) }
        guard given.count == 4 else { return value == right ? .unpadded : .wrong }
        if value == right { return .right }
        if value == right.byteSwapped { return .swapped }
        let modbus = Checksum.modbus(of: segment)
        if value == modbus { return .modbus }
        return value == modbus.byteSwapped ? .modbusSwapped : .wrong
    }
}
