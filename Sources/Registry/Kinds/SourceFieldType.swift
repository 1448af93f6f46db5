package import Standards

/// What a field of a source holds. Values of all types are kept as text in one form (`SourceField.value(of:)`).
package enum SourceFieldType: Sendable, Hashable {
    /// Free text.
    case text(longest: Int)
    /// A code with a form or check digits of its own.
    case code(CodeCheck)
    case whole(ClosedRange<Int>)
    /// A decimal with at most so many digits behind the point, in a range.
    case decimal(decimals: Int, least: ExactDecimal?, greatest: ExactDecimal?)
    case date
    /// One word of a closed list.
    case choice([String])
    /// 是 or 否.
    case flag
    /// A telephone number.
    case phone
    /// Another source, of a kind named by its id.
    case reference(kind: String)
    /// A place: longitude, latitude and the datum they are given in.
    case point
    /// Several texts.
    case list

    /// What is to be entered, in a few words.
    package var hint: String {
        switch self {
        case .text(let longest): "文字，至多 \(longest) 字"
        case .code(.credit): "18 位统一社会信用代码，校验末位"
        case .code(.permit): "22 位，如 91110000123456789X001P"
        case .code(.division): "6、9 或 12 位行政区划代码"
        case .code(.town): "9 位乡级行政区划代码"
        case .code(.industry): "国民经济行业代码，如 C2611"
        case .whole(let range): "整数，\(range.lowerBound)—\(range.upperBound)"
        case .decimal(let decimals, _, _): "数值，至多 \(decimals) 位小数"
        case .date: "日期，如 2026-11-27"
        case .choice(let choices): "可选：" + choices.joined(separator: "、")
        case .flag: "是 或 否"
        case .phone: "电话号码"
        case .reference: "已登记对象的名称或代码"
        case .point: "经度、纬度（十进制度），坐标系"
        case .list: "可填多项，用顿号、逗号或分号隔开"
        }
    }
}
