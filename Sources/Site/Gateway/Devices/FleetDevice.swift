import Gateway
import Registry
import Standards

/// A device that is bound or ever sent, and how it stands.
struct FleetDevice {
    /// How it stands, the worst first.
    enum Standing: Int, CaseIterable {
        /// It sends, and nothing of it can be used.
        case refused
        case silent
        /// Registered and never heard.
        case never
        case online
        /// It sends and nobody registered it.
        case stranger
    }

    /// In upper case; empty for packets without a number.
    let mn: String
    let health: DeviceHealth?
    /// As it is registered; nil when it is not.
    let device: RegisteredDevice?
    let expectation: DeviceExpectation
    /// Of the last 24 hours.
    let faults: DeviceFaults
    let cause: SilenceCause
    let standing: Standing
    /// Seconds since its last packet; nil when it never sent one.
    let silence: Int64?
    /// Seconds since its last packet that could be used, or since its first when none could; nil when it never sent one.
    let uselessness: Int64?

    /// Whether it was accepted (验收) by a day.
    func isAccepted(on day: CivilDate) -> Bool { device?.acceptedOn.map { $0 <= day } ?? false }

    /// The kind in words.
    var kind: String {
        switch device?.kind {
        case .station: "空气站"
        case .section: "水站"
        case .noise: "噪声点"
        case .outlet: device?.medium == "water" ? "废水排口" : "废气排口"
        case .town, .bureau, nil: "—"
        }
    }

    /// The name of what it watches.
    var place: String {
        guard let device else { return "未登记" }
        if device.name.isEmpty { return device.object }
        return device.enterprise.isEmpty ? device.name : "\(device.enterprise) \(device.name)"
    }

    /// Who owns it.
    var owner: String { device.map { $0.owner.isEmpty ? $0.enterprise : $0.owner } ?? "" }

    /// The number for readers.
    var number: String {
        switch mn {
        case "": "（无设备号）"
        case "*": "（其余未登记设备号）"
        // Whatever a peer calls itself stays on its line and in its direction.
        default: PacketRaw.plain(mn)
        }
    }

    /// The address of its page; nil for what is no device.
    var href: String? { mn.isEmpty || mn == "*" ? nil : SiteURL.device(mn).path }

    /// What began less than this ago is what happened yesterday, in seconds.
    private static let recentTrouble: Int64 = 3 * 86_400

    /// How long it has been as it stands, in seconds; nil when that is no trouble or not known.
    var troubleSeconds: Int64? {
        switch standing {
        case .refused: uselessness
        case .silent: silence
        case .never, .online, .stranger: nil
        }
    }

    private var isRecent: Bool { (troubleSeconds ?? .max) <= Self.recentTrouble }

    /// What a reviewer has to see first: fresh silence and what cannot be used, then faults, then what is long known.
    var urgency: Int {
        switch standing {
        case .refused: isRecent ? 0 : 3
        case .silent: isRecent ? 1 : 3
        case .online: faults.sum > 0 || cause.isOldData ? 2 : 6
        case .stranger: 4
        case .never: 5
        }
    }
}
