import Gateway
import HJ212

/// Names of HJ 212 for readers.
enum PacketWords {
    /// The standard that a version of the protocol stands in.
    static func standard(_ version: ProtocolVersion) -> String {
        switch version {
        case .v2005: AdoptionWords.dialect(.v2005)
        case .v2017: AdoptionWords.dialect(.v2017)
        case .v2025: AdoptionWords.dialect(.v2025)
        }
    }

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

    /// A name of CP for readers: `w01018-Avg` → 化学需氧量 平均值; what is not known stays as sent.
    static func name(_ text: String, by codes: FactorCodeBook) -> String {
        guard let dash = text.firstIndex(of: "-") else { return fields[text.lowercased()] ?? text }
        let code = String(text[..<dash])
        let suffix = String(text[text.index(after: dash)...])
        let item = codes.entry(for: code)?.name ?? code
        return "\(item) \(suffixes[suffix.lowercased()] ?? suffix)"
    }

    /// The unit of a code; nil where it is not known. Ambient stations send gases and particles in other units than the table
    /// has: there the device's settings say which.
    static func unit(_ code: String, of packet: Packet, by codes: FactorCodeBook) -> String? {
        guard let entry = codes.entry(for: code) else { return nil }
        let isAmbient = packet.head(.st)?.string == ambientAir && entry.unit?.hasSuffix("g/m³") ?? true
        return isAmbient ? "以设备设置为准" : entry.unit
    }

    /// ST of ambient air.
    private static let ambientAir = "22"

    private static let fields = ["datatime": "数据时间", "begintime": "开始时间", "endtime": "结束时间"]

    private static let suffixes = [
        "rtd": "实时值", "avg": "平均值", "min": "最小值", "max": "最大值", "cou": "累计值", "zsrtd": "折算实时值",
        "zsavg": "折算平均值", "zsmin": "折算最小值", "zsmax": "折算最大值", "flag": "标记", "eflag": "厂商标记",
        "sampletime": "采样时间", "data": "噪声值", "info": "信息",
    ]
}
