/// A rectangle on the map, in millionths of a degree of WGS 84.
package struct SourceBox: Sendable, Hashable {
    package let west: Int64
    package let south: Int64
    package let east: Int64
    package let north: Int64

    /// Reads `west,south,east,north` in degrees; nil for what is no rectangle.
    package init?(_ text: String) {
        let numbers = text.split(separator: ",", omittingEmptySubsequences: false).map { Double($0) }
        guard numbers.count == 4, let west = numbers[0], let south = numbers[1], let east = numbers[2],
            let north = numbers[3], west < east, south < north, abs(west) <= 180, abs(east) <= 180, abs(south) <= 90,
            abs(north) <= 90
        else { return nil }
        self.west = Self.millionths(west)
        self.south = Self.millionths(south)
        self.east = Self.millionths(east)
        self.north = Self.millionths(north)
    }

    static func millionths(_ degrees: Double) -> Int64 { Int64((degrees * 1_000_000).rounded()) }
}
