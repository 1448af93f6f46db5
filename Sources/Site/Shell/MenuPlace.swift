/// The entries of the left menu.
enum MenuPlace: CaseIterable {
    case morning
    case stations
    case water
    case reviews
    case devices
    case adoption
    case upstreams
    case leads
    case reports
    case health
    case rules

    private var label: String {
        switch self {
        case .morning: "今日"
        case .stations: "空气站"
        case .water: "地表水"
        case .reviews: "审核记录"
        case .devices: "报文质量"
        case .adoption: "设备登记"
        case .upstreams: "上级平台"
        case .leads: "超标线索"
        case .reports: "报告"
        case .health: "运行状态"
        case .rules: "规则目录"
        }
    }

    private var address: SiteURL {
        switch self {
        case .morning: .morning()
        case .stations: .stations()
        case .water: .water()
        case .reviews: .reviews()
        case .devices: .devices
        case .adoption: .adoption
        case .upstreams: .upstreams()
        case .leads: .leads
        case .reports: .reports
        case .health: .health
        case .rules: .rules
        }
    }

    private static let groups: [(String?, [MenuPlace])] = [
        (nil, [.morning]), ("监测", [.stations, .water, .reviews, .devices, .adoption, .upstreams]), ("监管", [.leads]),
        ("成果", [.reports]),
        ("系统", [.health, .rules]),
    ]

    /// The menu with the entry that a page belongs to.
    static func menu(current: MenuPlace?) -> [MenuGroup] {
        groups.map { heading, places in
            MenuGroup(
                heading: heading,
                entries: places.map {
                    MenuGroup.Entry(label: $0.label, href: $0.address.path, isCurrent: $0 == current, badge: nil)
                })
        }
    }

    /// The step of the path above a page that leads to this entry.
    var crumb: Breadcrumb { Breadcrumb(label: label, href: address.path) }
}
