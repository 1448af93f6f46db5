/// A set of air items in one byte, so that judging an hour allocates nothing.
public struct AirItemSet: OptionSet, Hashable, Sendable {
    /// One bit an item, by `AirItem.ordinal`.
    public let rawValue: UInt8

    /// Makes a set from its bits.
    @inlinable
    public init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    /// The set of one item.
    @inlinable
    public init(_ item: AirItem) {
        self.init(rawValue: 1 << UInt8(item.ordinal))
    }

    /// A set of some items.
    public init(_ items: some Sequence<AirItem>) {
        self = items.reduce(into: []) { $0.formUnion(AirItemSet($1)) }
    }

    /// All six items.
    public static let all = AirItemSet(rawValue: 0b11_1111)

    /// Whether the item is in the set.
    @inlinable
    public func contains(_ item: AirItem) -> Bool { rawValue & 1 << UInt8(item.ordinal) != 0 }

    /// The number of items.
    public var count: Int { rawValue.nonzeroBitCount }

    /// The items in publication order.
    public var items: [AirItem] { AirItem.allCases.filter(contains) }
}

extension AirItemSet: CustomStringConvertible {
    /// The display names in publication order, joined by commas.
    public var description: String { items.map(\.displayName).joined(separator: ",") }
}
