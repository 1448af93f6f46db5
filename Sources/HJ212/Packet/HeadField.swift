/// The fields of the data segment before `CP` (HJ 212-2017; `RF` since 2025), in the order the standard gives them.
public enum HeadField: String, Sendable, Hashable, CaseIterable {
    /// Number of the exchange: `YYYYMMDDhhmmsszzz`. Replies carry that of the message they answer. Opaque text.
    case qn = "QN"
    /// System type, two characters (`SystemType`).
    case st = "ST"
    /// Command, four digits (`CommandNumber`).
    case cn = "CN"
    /// Access password, six characters. No security: it travels in clear.
    case pw = "PW"
    /// Device number: 24 characters since 2017, 14 before.
    case mn = "MN"
    /// Bits of `PacketFlag` as a decimal number.
    case flag = "Flag"
    /// Number of sub-packets, when the packet is split.
    case pnum = "PNUM"
    /// Number of this sub-packet, from 1.
    case pno = "PNO"
    /// `1` = sent again after a failure (HJ 212-2025 only).
    case rf = "RF"

    /// Position in the order of the standard.
    var order: Int {
        switch self {
        case .qn: 0
        case .st: 1
        case .cn: 2
        case .pw: 3
        case .mn: 4
        case .flag: 5
        case .pnum: 6
        case .pno: 7
        case .rf: 8
        }
    }

    enum NameMatch { case known, unfinished, other }

    /// Whether `NAME=` of a field of the first six stands at a position, in any case of letters.
    static func match(in bytes: UnsafeRawBufferPointer, at position: Int) -> NameMatch {
        var result = NameMatch.other
        for name in openingNames {
            var matched = 0
            while matched < name.count, position + matched < bytes.count,
                ASCII.lowered(bytes[position + matched]) == name[matched]
            {
                matched += 1
            }
            if matched == name.count { return .known }
            if position + matched == bytes.count { result = .unfinished }
        }
        return result
    }

    /// Names with which a segment may begin.
    private static let openingNames: [[UInt8]] = ["qn=", "st=", "cn=", "pw=", "mn=", "flag="].map { Array($0.utf8) }
}
