import Gateway
import Registry
import Standards

/// What is said of upper platforms.
enum UpstreamWords {
    static func command(_ command: ForwardedCommand) -> String {
        switch command {
        case .realtimeData: "实时数据 2011"
        case .minuteData: "分钟数据 2051"
        case .hourData: "小时数据 2061"
        case .dayData: "日数据 2031"
        case .plantState: "治理设施状态 2021"
        case .plantRunTime: "治理设施运行时间 2041"
        case .loggerStart: "数采仪开机时间 2081"
        case .siteInformation: "现场端信息 3020"
        }
    }

    /// The kinds of objects that devices are bound to.
    static let kinds: [(kind: ObjectKind, label: String)] = [
        (.station, "空气站"), (.section, "水站"), (.noise, "噪声点"), (.outlet, "排口"),
    ]

    static func form(_ form: Upstream.Form) -> String {
        switch form {
        case .asReceived: "按收到的字节原样转发"
        case .rewritten: "改写设备号 MN 和访问密码 PW，重算长度和 CRC"
        }
    }

    static func devices(_ devices: Upstream.Devices) -> String {
        switch devices {
        case .numbers(let numbers): "\(numbers.count) 台指定设备"
        case .kinds(let chosen):
            "已登记的" + kinds.filter { chosen.contains($0.kind) }.map(\.label).joined(separator: "、") + "设备"
        }
    }

    /// Why there is no line, and how to mend it.
    static func trouble(_ trouble: UpstreamStatus.Trouble, id: String) -> String {
        switch trouble {
        case .unreachable: "连接不上对方地址。请核对主机和端口，确认网络和对方服务正常。"
        case .closed: "对方断开了连接。经常如此时，请向对方确认设备号和密码已登记。"
        case .unanswered: "报文发送 4 次仍未收到应答（9014），已断开重来。请向对方确认该设备号已登记、密码正确。"
        case .notHJ212: "对方发来的不是 HJ 212 报文。请核对端口。"
        case .itself: "这个地址是本机的数采网关，报文会无限循环，没有转发。请改为上级平台的地址。"
        case .passwordMissing:
            "口令文件中没有 \(id) 的密码，没有转发。请在 --upstream-passwords 指定的文件中加一行 \(id)=密码，再重新启动服务。"
        case .log(let reason): "读报文库出错（\(reason)），稍后再试。请检查磁盘。"
        }
    }

    /// Packets that were not forwarded, why, and how to mend it.
    static func unwritable(_ count: Int, _ hindrance: UpstreamStatus.Hindrance) -> String {
        switch hindrance {
        case .keyless:
            "\(count) 个加密报文没有可用的密钥，不能改写，没有转发。请核对设备登记的密钥编号和 --keys 密钥文件，或改为原样转发。"
        case .overlong: "\(count) 个报文改写后过长，没有转发。请改为原样转发。"
        }
    }

    /// How long ago or how far behind, in words.
    static func duration(seconds: Int64) -> String {
        switch max(0, seconds) {
        case ..<60: "\(max(0, seconds)) 秒"
        case ..<3_600: "\(seconds / 60) 分钟"
        case ..<172_800: "\(seconds / 3_600) 小时 \(seconds % 3_600 / 60) 分"
        default: "\(seconds / 86_400) 天"
        }
    }

    static func refusal(_ field: String, _ detail: String) -> String {
        let what =
            switch field {
            case "reason": "事由要写明，不超过 200 字"
            case "person": "经办人要填写，不超过 20 字"
            case "id": "代号“\(detail)”只能用小写字母、数字和连字符，不超过 32 个"
            case "name": "名称要填写，不超过 40 字"
            case "host": "主机“\(detail)”不成立，应是域名或 IP 地址"
            case "port": "端口应是 1—65535 的数"
            case "devices": "设备范围要选择：至少一类对象，或至少一个设备号；设备号“\(detail)”不成立"
            case "numbers": "设备号对照“\(detail)”不成立，每行应写成 我方设备号=对方设备号"
            case "numbersTwice": "两台设备用了同一个对方设备号“\(detail)”，对方将无法区分"
            case "form": "原样转发不能改设备号：请改选“改写”，或清空设备号对照"
            case "commands": "至少选择一种要转发的数据"
            case "count": "最多设置 \(detail) 个上级平台"
            default: "\(field) \(detail)"
            }
        return "\(what)。没有记入，内容还在，请改正后再提交。"
    }
}
