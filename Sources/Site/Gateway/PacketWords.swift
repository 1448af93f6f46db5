import HJ212

/// Names of HJ 212 for readers.
enum PacketWords {
    /// What a command is about.
    static func command(_ command: CommandNumber) -> String {
        switch command {
        case .realtimeData: "实时数据"
        case .minuteData: "分钟数据"
        case .hourData: "小时数据"
        case .dayData: "日数据"
        case .plantState: "治理设施运行状态"
        case .plantRunTime: "治理设施日运行时间"
        case .loggerStart: "数采仪开机时间"
        case .heartbeat: "心跳"
        case .makersSignIn: "厂商登录包"
        case .makersHeartbeat: "厂商心跳"
        case .clockNotice: "时钟校准请求"
        case .dataAnswer: "数据应答"
        default: "命令"
        }
    }

    /// What a field of the head means.
    static func head(_ name: String, value: String) -> String {
        switch name.uppercased() {
        case "QN": "请求编码（时间戳）"
        case "ST": "系统编码\(systems[value].map { "：\($0)" } ?? "")"
        case "CN": "命令编码\(Int(value).map { "：\(command(CommandNumber(rawValue: $0)))" } ?? "")"
        case "PW": "访问密码（不显示）"
        case "MN": "设备唯一标识"
        case "FLAG": "标志位：应答、分包、版本"
        case "PNUM": "总包数"
        case "PNO": "包号"
        case "RF": "补传标志"
        default: "标准外的字段"
        }
    }

    private static let systems = [
        "21": "地表水质量监测", "22": "空气质量监测", "23": "声环境质量监测", "27": "挥发性有机物", "31": "大气污染源",
        "32": "地表水污染源", "39": "工地扬尘", "91": "系统交互",
    ]

    /// A name of CP for readers: `a34004-Avg` → PM₂.₅ 平均值; what is not known stays as sent.
    static func name(_ text: String) -> String {
        guard let dash = text.firstIndex(of: "-") else { return fields[text.lowercased()] ?? text }
        let code = String(text[..<dash])
        let suffix = String(text[text.index(after: dash)...])
        let item = items[code.lowercased()]?.name ?? code
        return "\(item) \(suffixes[suffix.lowercased()] ?? suffix)"
    }

    /// The unit of a code in HJ 212 annex B; nil where it is not known.
    static func unit(_ code: String) -> String? { items[code.lowercased()]?.unit }

    private static let fields = ["datatime": "数据时间", "begintime": "开始时间", "endtime": "结束时间"]

    private static let suffixes = [
        "rtd": "实时值", "avg": "平均值", "min": "最小值", "max": "最大值", "cou": "累计值", "zsrtd": "折算实时值",
        "zsavg": "折算平均值", "zsmin": "折算最小值", "zsmax": "折算最大值", "flag": "标记", "eflag": "厂商标记",
        "sampletime": "采样时间", "data": "噪声值", "info": "信息",
    ]

    private static let items: [String: (name: String, unit: String)] = [
        "a21026": ("SO₂", "以设备设置为准"), "a21004": ("NO₂", "以设备设置为准"), "a34002": ("PM₁₀", "以设备设置为准"),
        "a34004": ("PM₂.₅", "以设备设置为准"), "a21005": ("CO", "mg/m³"), "a05024": ("O₃", "μg/m³"),
        "a34013": ("颗粒物", "mg/m³"), "a21002": ("氮氧化物", "mg/m³"), "a24088": ("非甲烷总烃", "mg/m³"),
        "a19001": ("含氧量", "%"), "a00000": ("废气流量", "m³/s"), "a01001": ("气温", "℃"), "a01002": ("湿度", "%"),
        "a01006": ("气压", "kPa"), "a01007": ("风速", "m/s"), "a01008": ("风向", "°"), "a01012": ("烟气温度", "℃"),
        "a01014": ("烟气湿度", "%"), "w01001": ("pH", "无量纲"), "w01003": ("浊度", "NTU"), "w01009": ("溶解氧", "mg/L"),
        "w01010": ("水温", "℃"), "w01014": ("电导率", "μS/cm"), "w01016": ("叶绿素", "mg/L"), "w01018": ("化学需氧量", "mg/L"),
        "w01019": ("高锰酸盐指数", "mg/L"), "w19011": ("藻密度", "个/L"), "w21001": ("总氮", "mg/L"),
        "w21003": ("氨氮", "mg/L"), "w21011": ("总磷", "mg/L"), "w00000": ("废水流量", "L/s"),
    ]
}
