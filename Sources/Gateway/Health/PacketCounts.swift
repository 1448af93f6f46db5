import Storage

/// How many packets of what kind: of a device, or of one of its hours.
package struct PacketCounts: Sendable, Hashable {
    /// All packets.
    package private(set) var packets: Int64 = 0
    /// Accepted packets by what they report, in the order of `PacketClass`.
    private var byClass = SIMD8<Int64>()
    /// Check value wrong.
    package private(set) var wrongChecksums: Int64 = 0
    /// Length field wrong, accepted nevertheless.
    package private(set) var wrongLengths: Int64 = 0
    /// Cut off, too long, or ciphered without a key.
    package private(set) var broken: Int64 = 0
    /// Data whose time is missing, impossible, before 2005 or in the future.
    package private(set) var wrongTimes: Int64 = 0
    /// The same QN, CN and DataTime as the packet before: our answer did not reach the device.
    package private(set) var duplicates: Int64 = 0
    /// Marked RF=1, or later than a whole period.
    package private(set) var resent: Int64 = 0

    package init() {}

    /// Accepted packets that report one thing.
    package func count(of kind: PacketClass) -> Int64 { byClass[kind.rawValue] }

    /// Packets that could not be used: a person has to look after the device or its line.
    package var unusable: Int64 { wrongChecksums + broken + wrongTimes }

    mutating func add(_ verdict: PacketVerdict) {
        packets += 1
        switch verdict {
        case .accepted: break
        case .acceptedWrongLength: wrongLengths += 1
        case .wrongChecksum: wrongChecksums += 1
        default: broken += 1
        }
    }

    mutating func add(_ kind: PacketClass, isWrongTime: Bool, isDuplicate: Bool, isResent: Bool) {
        byClass[kind.rawValue] += 1
        if isWrongTime { wrongTimes += 1 }
        if isDuplicate { duplicates += 1 }
        if isResent { resent += 1 }
    }

    package static func + (left: PacketCounts, right: PacketCounts) -> PacketCounts {
        PacketCounts(zip(left.numbers, right.numbers).map(+))
    }

    /// The columns that hold it, in the order of `values`.
    static let columns =
        ["packets"] + PacketClass.allCases.map(\.name)
        + ["wrong_checksum", "wrong_length", "broken", "wrong_time", "duplicates", "resent"]

    static let definition = columns.map { "\($0) INTEGER NOT NULL" }.joined(separator: ", ")

    var values: [SQLValue] { numbers.map { .integer($0) } }

    private var numbers: [Int64] {
        [packets] + PacketClass.allCases.map { byClass[$0.rawValue] } + [
            wrongChecksums, wrongLengths, broken, wrongTimes, duplicates, resent,
        ]
    }

    /// Reads the columns from an index on.
    init(_ row: SQLRow, at index: Int) {
        self.init(Self.columns.indices.map { row.integer(at: index + $0) })
    }

    private init(_ numbers: [Int64]) {
        let rest = 1 + PacketClass.allCases.count
        packets = numbers[0]
        for kind in PacketClass.allCases { byClass[kind.rawValue] = numbers[1 + kind.rawValue] }
        wrongChecksums = numbers[rest]
        wrongLengths = numbers[rest + 1]
        broken = numbers[rest + 2]
        wrongTimes = numbers[rest + 3]
        duplicates = numbers[rest + 4]
        resent = numbers[rest + 5]
    }
}
