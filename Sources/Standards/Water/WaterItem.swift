/// An item of surface water: the 24 of GB 3838-2002 Table 1 in its order, then those only displayed, then Table 2.
///
/// Units are those of the standard: mg/L, pH without unit, temperature in °C, faecal coliforms per litre; transparency
/// in metres.
public enum WaterItem: String, CaseIterable, Hashable, Sendable, Codable {
    /// 水温.
    case temperature = "wt"
    /// pH.
    case ph
    /// 溶解氧.
    case dissolvedOxygen = "do"
    /// 高锰酸盐指数.
    case codmn
    /// 化学需氧量.
    case cod
    /// 五日生化需氧量.
    case bod5
    /// 氨氮.
    case nh3n
    /// 总磷.
    case tp
    /// 总氮.
    case tn
    /// 铜.
    case copper = "cu"
    /// 锌.
    case zinc = "zn"
    /// 氟化物.
    case fluoride = "f"
    /// 硒.
    case selenium = "se"
    /// 砷.
    case arsenic = "as"
    /// 汞.
    case mercury = "hg"
    /// 镉.
    case cadmium = "cd"
    /// 六价铬.
    case chromium6 = "cr6"
    /// 铅.
    case lead = "pb"
    /// 氰化物.
    case cyanide = "cn"
    /// 挥发酚.
    case volatilePhenol = "phenol"
    /// 石油类.
    case petroleum = "oil"
    /// 阴离子表面活性剂.
    case surfactant = "las"
    /// 硫化物.
    case sulfide = "s"
    /// 粪大肠菌群.
    case faecalColiform = "fc"
    /// 电导率, displayed only.
    case conductivity = "ec"
    /// 浊度, displayed only.
    case turbidity = "turb"
    /// 叶绿素a, displayed only.
    case chlorophyll = "chla"
    /// 藻密度, displayed only.
    case algae
    /// 硫酸盐, Table 2 (sources of drinking water).
    case sulfate = "so4"
    /// 氯化物, Table 2.
    case chloride = "cl"
    /// 硝酸盐, as N, Table 2.
    case nitrate = "no3n"
    /// 铁, Table 2.
    case iron = "fe"
    /// 锰, Table 2.
    case manganese = "mn"
    /// 透明度, in metres; for the trophic state of lakes.
    case transparency = "sd"

    /// The place in the order of the standard.
    public var ordinal: Int { WaterItem.order[self] ?? WaterItem.allCases.count }

    private static let order: [WaterItem: Int] = Dictionary(
        uniqueKeysWithValues: allCases.enumerated().map { ($1, $0) })
}

extension WaterItem: Comparable {
    /// The order of the standard.
    public static func < (left: WaterItem, right: WaterItem) -> Bool { left.ordinal < right.ordinal }
}
