/// A place in the packet log: a byte offset in the address space that runs through all segments.
package struct PacketAddress: RawRepresentable, Hashable, Comparable, Sendable {
    package let rawValue: Int64

    package init(rawValue: Int64) { self.rawValue = rawValue }

    package static func < (left: PacketAddress, right: PacketAddress) -> Bool { left.rawValue < right.rawValue }
}
