import Accounts

/// The entries of the left menu.
enum MenuPlace: CaseIterable {
    case morning
    case stations
    case water
    case analysis
    case manual
    case reviewMatrix
    case reviewService
    case reviewDuty
    case reviewChecks
    case reviewCompleteness
    case reviews
    case exceptions
    case devices
    case adoption
    case upstreams
    case sources
    case map
    case alerts
    case leads
    case tickets
    case work
    case matters
    case legalReviews
    case law
    case reports
    case drafts
    case ledgers
    case clocks
    case health
    case rules
    case people
    case leaves
    case audit

    /// The route whose visitors see the entry.
    private var route: SiteRoute {
        switch self {
        case .morning: .morning
        case .stations: .stations
        case .water: .water
        case .analysis: .analysis
        case .manual: .manualPlans
        case .reviewMatrix: .reviewMatrix
        case .reviewService: .reviewService
        case .reviewDuty: .reviewDuty
        case .reviewChecks: .reviewChecks
        case .reviewCompleteness: .reviewCompleteness
        case .reviews: .reviews
        case .exceptions: .exceptions
        case .devices: .devices
        case .adoption: .adoption
        case .upstreams: .upstreams
        case .sources: .sourceKinds
        case .map: .map
        case .alerts: .alerts
        case .leads: .leads
        case .tickets: .tickets
        case .work: .work
        case .matters: .matters
        case .legalReviews: .legalReviews
        case .law: .law
        case .reports: .reports
        case .drafts: .drafts
        case .ledgers: .ledgers
        case .clocks: .clockOverview
        case .health: .health
        case .rules: .rules
        case .people: .people
        case .leaves: .leaves
        case .audit: .audit
        }
    }

    private var label: String {
        switch self {
        case .morning: "今日"
        case .stations: "空气站"
        case .water: "地表水"
        case .analysis: "数据分析"
        case .manual: "手工监测"
        case .reviewMatrix: "审核矩阵"
        case .reviewService: "运维与质控"
        case .reviewDuty: "审核值班"
        case .reviewChecks: "自动检查"
        case .reviewCompleteness: "获取率"
        case .reviews: "审核记录"
        case .exceptions: "例外事件扣除"
        case .devices: "报文质量"
        case .adoption: "设备登记"
        case .upstreams: "上级平台"
        case .sources: "一源一档"
        case .map: "地图"
        case .alerts: "预警"
        case .leads: "超标线索"
        case .tickets: "电子督办单"
        case .work: "我的工作"
        case .matters: "办件"
        case .legalReviews: "法制审核"
        case .law: "法律与裁量"
        case .reports: "报告"
        case .drafts: "拟稿"
        case .ledgers: "工作台账"
        case .clocks: "时限总览"
        case .health: "运行状态"
        case .rules: "规则目录"
        case .people: "人员与账户"
        case .leaves: "请假与代理"
        case .audit: "审计"
        }
    }

    private var address: SiteURL { SiteURL(route) }

    private static let groups: [(String?, [MenuPlace])] = [
        (nil, [.morning]),
        (
            "监测",
            [
                .stations, .water, .manual, .analysis, .reviewMatrix, .reviews, .exceptions, .reviewChecks, .reviewDuty,
                .reviewService,
                .reviewCompleteness, .devices, .adoption, .upstreams,
            ]
        ),
        ("监管", [.sources, .map, .alerts, .leads, .tickets]), ("办案", [.work, .matters, .legalReviews, .clocks, .law]),
        ("成果", [.reports, .drafts, .ledgers]),
        ("系统", [.health, .rules, .people, .leaves, .audit]),
    ]

    /// The entries that a visitor may open, with the one that a page belongs to.
    static func menu(current: MenuPlace?, for visitor: Visitor) -> [MenuGroup] {
        groups.compactMap { heading, places in
            let open = places.filter { $0.isOpen(to: visitor) }
            if open.isEmpty { return nil }
            return MenuGroup(
                heading: heading,
                entries: open.map {
                    MenuGroup.Entry(label: $0.label, href: $0.address.path, isCurrent: $0 == current, badge: nil)
                })
        }
    }

    /// The first page that a visitor may open.
    static func home(of visitor: Visitor) -> SiteURL {
        if case .signedIn(let person) = visitor, person.duty == nil, person.range != nil { return .mine }
        return groups.flatMap(\.1).first { $0.isOpen(to: visitor) }?.address ?? .own
    }

    private func isOpen(to visitor: Visitor) -> Bool {
        switch route.access.answer(to: visitor) {
        case .enter: true
        case .within: route.limitsItself
        case .signIn, .duty, .refuse: false
        }
    }

    /// The step of the path above a page that leads to this entry.
    var crumb: Breadcrumb { Breadcrumb(label: label, href: address.path) }
}
