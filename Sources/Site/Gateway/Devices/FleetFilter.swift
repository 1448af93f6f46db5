import Gateway
import Standards

/// Which devices are listed, in which order: the parameters of the list's address.
package struct FleetFilter: Sendable, Hashable {
    /// What the devices have in common.
    package enum State: String, CaseIterable, Sendable {
        case all
        case trouble
        case silent
        case refused
        case faulty
        case online
        case never
        case stranger
        case unaccepted

        var label: String {
            switch self {
            case .all: "全部"
            case .trouble: "需处理"
            case .silent: "静默"
            case .refused: "未采用"
            case .faulty: "有误码"
            case .online: "在线"
            case .never: "从未上线"
            case .stranger: "未登记"
            case .unaccepted: "未验收"
            }
        }

        func lists(_ device: FleetDevice, on day: CivilDate) -> Bool {
            switch self {
            case .all: true
            case .trouble: device.urgency < 4
            case .silent: device.standing == .silent
            case .refused: device.standing == .refused
            case .faulty: device.faults.sum > 0
            case .online: device.standing == .online
            case .never: device.standing == .never
            case .stranger: device.standing == .stranger
            case .unaccepted: device.device != nil && !device.isAccepted(on: day)
            }
        }
    }

    /// By what the list is ordered.
    package enum Order: String, CaseIterable, Sendable {
        case urgency
        case place
        case last
        case faults
        case resent
        case drift
        case interval

        func precedes(_ left: FleetDevice, _ right: FleetDevice) -> Bool {
            switch self {
            case .urgency:
                let (a, b) = (left.urgency, right.urgency)
                if a != b { return a < b }
                if left.faults.sum != right.faults.sum, a == 2 { return left.faults.sum > right.faults.sum }
                let (x, y) = (left.troubleSeconds ?? .max, right.troubleSeconds ?? .max)
                return x == y ? left.mn < right.mn : x < y
            case .place: return (left.place, left.mn) < (right.place, right.mn)
            case .last: return (left.silence ?? .max, left.mn) > (right.silence ?? .max, right.mn)
            case .faults: return (right.faults.sum, left.mn) < (left.faults.sum, right.mn)
            case .resent: return (right.resent, left.mn) < (left.resent, right.mn)
            case .drift: return (right.driftSize, left.mn) < (left.driftSize, right.mn)
            case .interval: return (right.interval, left.mn) < (left.interval, right.mn)
            }
        }
    }

    package var state = State.all
    /// A kind in words, e.g. 空气站; nil for all.
    package var kind: String?
    /// A part of the owner's name; nil for all.
    package var owner: String?
    /// A part of the number, the place, the owner or the address it came from; nil for all.
    package var text: String?
    package var order = Order.urgency
    package var page = 1

    package init() {}

    /// Unknown words of an address fall back to what is shown without them.
    init(_ query: RequestQuery) {
        state = query.text("state").flatMap(State.init(rawValue:)) ?? .all
        kind = query.text("kind").map { String($0.prefix(Self.greatestLength)) }
        owner = query.text("owner").map { String($0.prefix(Self.greatestLength)) }
        text = query.text("q").map { String($0.prefix(Self.greatestLength)) }
        order = query.text("sort").flatMap(Order.init(rawValue:)) ?? .urgency
        page = query.number("page", otherwise: 1)
    }

    /// Longer than any number or name of a device.
    private static let greatestLength = 100

    /// The parameters, those that are as without them left out.
    var query: [(String, String?)] {
        [
            ("state", state == .all ? nil : state.rawValue), ("kind", kind), ("owner", owner), ("q", text),
            ("sort", order == .urgency ? nil : order.rawValue), ("page", page == 1 ? nil : String(page)),
        ]
    }

    /// The same with something changed, on its first page.
    func with(_ change: (inout FleetFilter) -> Void) -> FleetFilter {
        var copy = self
        copy.page = 1
        change(&copy)
        return copy
    }

    /// Whether a device fits all but the state.
    func fits(_ device: FleetDevice) -> Bool {
        if let kind, device.kind != kind { return false }
        if let owner, !device.owner.lowercased().contains(owner.lowercased()) { return false }
        guard let text = text?.lowercased() else { return true }
        return device.mn.lowercased().contains(text) || device.place.lowercased().contains(text)
            || device.owner.lowercased().contains(text)
            || (device.health?.hosts.contains { $0.contains(text) } ?? false)
    }

    /// In words, e.g. 静默；空气站；含“东城”.
    var words: String {
        var parts: [String] = []
        if state != .all { parts.append(state.label) }
        if let kind { parts.append(kind) }
        if let owner { parts.append("产权含“\(owner)”") }
        if let text { parts.append("含“\(text)”") }
        return parts.isEmpty ? "全部设备" : parts.joined(separator: "；")
    }
}

extension FleetDevice {
    fileprivate var resent: Int64 { health?.counts.resent ?? 0 }
    fileprivate var driftSize: Int64 { health?.driftMilliseconds.map { abs($0) } ?? -1 }
    fileprivate var interval: Int64 { health?.realtimeSeconds ?? -1 }
}
