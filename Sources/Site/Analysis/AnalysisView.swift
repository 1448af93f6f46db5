/// The pages of analysis, by the last step of their address.
enum AnalysisView: String, CaseIterable, Sendable {
    case variation
    case wind
    case polar
    case trend
    case allowance
    case river
    case noise

    /// Its name on pages.
    var name: String {
        switch self {
        case .variation: "时间变化"
        case .wind: "风玫瑰与污染玫瑰"
        case .polar: "风向风速极坐标图"
        case .trend: "趋势"
        case .allowance: "后期控制均值"
        case .river: "河道概化图"
        case .noise: "噪声面板"
        }
    }

    /// What it answers, in one sentence.
    var purpose: String {
        switch self {
        case .variation: "浓度在一天各小时、一周各日、一年各月怎样变化，节假日单列"
        case .wind: "风从哪里来、多大，各风向下的平均浓度，静风单列"
        case .polar: "高浓度出现在什么风向、什么风速下"
        case .trend: "去掉季节以后逐年升还是降，多少，把握多大"
        case .allowance: "要完成年度目标，余下的日子最多可以多高"
        case .river: "一条河从上到下各断面的类别与目标，出境与入境之比"
        case .noise: "各类声功能区昼夜达标，一天 24 小时怎样变化"
        }
    }

    /// Whether it is about a month rather than days of a station.
    var isOfMonth: Bool { self == .river || self == .noise }
}
