/// What the marks of readings mean (HJ 212-2017 table 8, and the blanks of published files).
package enum ReadingFlag {
    /// The meaning in Chinese; an unknown mark is shown as sent.
    package static func meaning(_ flag: String) -> String {
        switch flag {
        case "", "N": "正常"
        case "F": "停运"
        case "M": "维护"
        case "S": "手工输入"
        case "D": "故障"
        case "C": "校准"
        case "T": "超量程"
        case "B": "通信异常"
        case "NA": "来数为空"
        case "R": "更正报告撤回"
        case "/": "未监测"
        default: "标记 \(flag)"
        }
    }

    /// The letter shown in a cell without a value.
    package static func letter(_ flag: String) -> String {
        switch flag {
        case "F": "停"
        case "M": "维"
        case "D": "障"
        case "C": "校"
        case "B": "断"
        case "NA": "空"
        case "/": "／"
        default: "无"
        }
    }
}
