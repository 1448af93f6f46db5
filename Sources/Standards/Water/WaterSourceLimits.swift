/// GB 3838 Table 2: supplementary items of surface sources of drinking water (集中式生活饮用水地表水源地补充项目).
public struct WaterSourceLimits: Hashable, Sendable {
    /// Id of the table.
    public let id: String
    /// Title as cited.
    public let title: String
    /// The limit of each item in mg/L; met at and below it.
    public let limits: [WaterItem: ExactDecimal]
    /// Chinese names of the items.
    public let names: [WaterItem: String]

    /// Makes the table.
    ///
    /// - Throws: `.invalidRule` without items or with a limit that is not above zero.
    public init(
        id: String, title: String, limits: [WaterItem: ExactDecimal], names: [WaterItem: String]
    ) throws(StandardsError) {
        guard !limits.isEmpty, limits.values.allSatisfy({ $0 > .zero }) else {
            throw StandardsError(.invalidRule, subject: id)
        }
        self.id = id
        self.title = title
        self.limits = limits
        self.names = names
    }
}
