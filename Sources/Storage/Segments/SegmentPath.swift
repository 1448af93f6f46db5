/// The names of the packet log's files.
///
/// | Ending | Content |
/// |---|---|
/// | `.packets` | a plain segment, named by its first address |
/// | `.packets.zst` | a closed segment, named by first address and end, like all below |
/// | `.index` | its packets by device |
/// | `.expired` | stands for a segment that was removed after its time |
/// | `.part` | a draft; whoever opens the log for writing removes it |
enum SegmentPath {
    static let plainEnding = ".packets"
    static let closedEnding = ".packets.zst"
    static let indexEnding = ".index"
    static let expiredEnding = ".expired"
    static let draftEnding = ".part"

    static func plain(_ start: Int64, in directory: String) -> String {
        "\(directory)/\(SegmentRange.digits(PacketAddress(rawValue: start)))\(plainEnding)"
    }

    static func closed(_ range: SegmentRange, in directory: String) -> String {
        "\(directory)/\(range.name)\(closedEnding)"
    }

    static func index(_ range: SegmentRange, in directory: String) -> String {
        "\(directory)/\(range.name)\(indexEnding)"
    }

    static func expired(_ range: SegmentRange, in directory: String) -> String {
        "\(directory)/\(range.name)\(expiredEnding)"
    }
}
