/// Rooms in which noise carried by the structure is measured (GB 12348-2008, GB 22337-2008).
public enum NoiseRoom: String, Hashable, Sendable, CaseIterable {
    /// A 类房间: mainly for sleep, quiet by night.
    case sleeping = "A"
    /// B 类房间: mainly used by day, for study and talk.
    case daytime = "B"
}
