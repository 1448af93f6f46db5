/// Whether the limits for rivers or for lakes and reservoirs apply; an attribute of the section, never guessed.
public enum WaterBodyKind: String, CaseIterable, Hashable, Sendable, Codable {
    /// 河流, and reservoirs of river type (河流型水库).
    case river
    /// 湖泊、水库.
    case lake
}
