/// What an assessed air value speaks of: one station, or the district as the mean of its evaluated stations.
package enum AirPlace: Hashable, Sendable {
    case station(String)
    case district

    /// The name in tables and ids.
    package var id: String {
        switch self {
        case .station(let id): id
        case .district: Self.districtID
        }
    }

    /// A name that no station code has.
    package static let districtID = "district"

    package init(id: String) { self = id == Self.districtID ? .district : .station(id) }
}
