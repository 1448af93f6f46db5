/// What kinds of things the bureau watches in this version.
package enum ObjectKind: String, Sendable, CaseIterable {
    /// An ambient air station.
    case station
    /// A surface-water section with an automatic station.
    case section
    /// A noise point.
    case noise
    /// An outlet of an enterprise.
    case outlet
    /// A town or street.
    case town
    /// The bureau itself: its name, and whether its data are made up.
    case bureau

    /// Whether devices can be bound to it.
    package var isWatchedByDevices: Bool {
        switch self {
        case .station, .section, .noise, .outlet: true
        case .town, .bureau: false
        }
    }

    /// The fields that an object of this kind must have.
    var requiredFields: [String] {
        switch self {
        case .station: ["town", "longitude", "latitude", "managementLevel", "isEvaluated"]
        case .section: ["town", "waterBody", "bodyKind", "targetClass"]
        case .noise: ["town", "zoneClass", "longitude", "latitude"]
        case .outlet: ["enterprise", "medium", "limits"]
        case .town: ["polygon"]
        case .bureau: ["isDemo"]
        }
    }
}
