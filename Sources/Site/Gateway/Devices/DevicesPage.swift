/// 报文质量: every device, when it was last heard, what it sends and how well.
package struct DevicesPage: Sendable {
    package let frame: PageFrame
    /// What is listed, e.g. 静默；空气站.
    package let filterText: String
    /// What is listed, by state, each with its number.
    package let states: [Choice]
    package let form: Form
    package let columns: [Column]
    /// What needs a person first.
    package let rows: [Row]
    package let pager: Pager?
    /// What of an hour is enough for a full one, e.g. 45 分钟.
    package let enoughText: String
    package let csvHref: String
    /// What the gateway met since it started; nil where none runs.
    package let gateway: GatewayState?
    /// Said when there is no device: why, and how to connect one.
    package let emptyReason: String

    /// A choice of what is listed.
    package struct Choice: Sendable {
        package let label: String
        package let count: String
        package let href: String
        package let isCurrent: Bool
    }

    /// The fields by which the list is searched.
    package struct Form: Sendable {
        package let action: String
        package let state: String
        package let order: String
        package let text: String
        package let owner: String
        package let kinds: [Option]
        /// Where the list without a search is.
        package let clearHref: String

        package struct Option: Sendable {
            package let value: String
            package let label: String
            package let isSelected: Bool
        }
    }

    /// The head of a column.
    package struct Column: Sendable {
        package let label: String
        /// Where the list ordered by it is; nil when it cannot be.
        package let href: String?
        package let isNumber: Bool
        /// `ascending` or `descending` when the list is ordered by it.
        package let order: String?
    }

    /// One device.
    package struct Row: Sendable {
        /// Device number MN.
        package let mn: String
        /// Address of the device's page; nil for none.
        package let href: String?
        /// Station or outlet it belongs to.
        package let place: String
        /// Empty when it is that of the place.
        package let owner: String
        /// 空气站, 废气排口, 废水排口, 水站.
        package let kind: String
        package let isUnaccepted: Bool
        /// 在线 or 静默 5 小时.
        package let stateText: String
        /// `better`, `warn` or `worse`.
        package let stateTone: String
        /// Why; nil when it reports.
        package let cause: String?
        /// Last packet, e.g. 11-22 07:59:58.
        package let lastText: String
        /// Address of the last packet; nil for none.
        package let lastHref: String?
        /// The last 24 hours, a complete `<svg>`.
        package let svg: String
        /// E.g. 22/24.
        package let fullText: String
        package let crcBadCount: String
        package let lengthWrongCount: String
        package let otherBadCount: String
        /// The last packet with such a fault; nil where there is none.
        package let crcBadHref: String?
        package let lengthWrongHref: String?
        package let otherBadHref: String?
        /// True where any packet of the last day was bad: the counts are set off.
        package let hasBad: Bool
        package let resentText: String
        /// Difference of clocks, e.g. +3 秒; — where not known.
        package let clockSkew: String
        package let isSkewed: Bool
        /// Interval of realtime data, e.g. 30 秒.
        package let interval: String
        /// Versions of the protocol seen, e.g. 2017.
        package let versions: String
    }
}
