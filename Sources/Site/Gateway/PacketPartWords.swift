import Gateway
import HJ212
import Monitoring
import Registry
import Standards
import Storage

/// What the parts of a packet are called and what they say.
struct PacketPartWords {
    private let text: PacketText
    private let binding: DeviceBinding?
    private let codes: FactorCodeBook
    private let label: DeviceProfile.TimeLabel

    init(_ text: PacketText, _ binding: DeviceBinding?, by codes: FactorCodeBook) {
        self.text = text
        self.binding = binding
        self.codes = codes
        label = binding?.settings.tolerances.contains(Tolerance.labelledByEnd.rawValue) == true ? .end : .start
    }

    func section(_ part: PacketAnatomy.Part) -> String {
        switch part.kind {
        case .mark, .length: "帧头"
        case .head: "报文头"
        case .bracket, .content: "数据区"
        case .checksum: "校验"
        case .lineEnd: "帧尾"
        case .other: "其他"
        }
    }

    func name(_ part: PacketAnatomy.Part, _ bytes: PacketBytes) -> String {
        switch part.kind {
        case .mark: "##"
        case .length: "长度"
        case .head: part.pair.map { PacketRaw.plain($0.name.string) } ?? "分隔"
        case .bracket: bytes.text(part.range)
        case .content: part.pair.map { PacketRaw.plain($0.name.string) } ?? "未能分开的内容"
        case .checksum: "CRC"
        case .lineEnd: "结尾"
        case .other: "多余内容"
        }
    }

    func value(_ part: PacketAnatomy.Part, _ bytes: PacketBytes) -> String {
        switch part.kind {
        case .head, .content:
            guard let pair = part.pair else { return part.secret == nil ? bytes.text(part.range) : "******" }
            if pair.isSecret { return "******" }
            return pair.value.map { PacketRaw.plain($0.string) } ?? "（无等号）"
        case .bracket: return ""
        default: return bytes.text(part.range)
        }
    }

    func meaning(_ part: PacketAnatomy.Part) -> String {
        switch part.kind {
        case .mark: return "报文开始"
        case .length: return length
        case .head: return head(part.pair)
        case .bracket: return part.range.count > 2 ? "数据区开始" : "数据区结束"
        case .content:
            if text.packet?.isCiphered == true {
                return text.deciphered == nil ? "SM4 加密的内容，没有合适的密钥，读不出" : "SM4 加密的内容，解密后的见下"
            }
            return part.pair.map { content($0) } ?? ""
        case .checksum: return checksum
        case .lineEnd: return lineEnd(part.range)
        case .other: return text.packet == nil ? "不以 ## 开头，不是报文" : "数据区之后、校验之前不应有内容"
        }
    }

    private var length: String {
        guard let frame = text.packet?.frame else { return "" }
        guard let declared = frame.declaredLength else { return "没有长度数字，实际 \(frame.segment.count) 字节" }
        return frame.isLengthRight
            ? "数据段 \(declared) 字节，与实际相符" : "写明 \(declared) 字节，实际 \(frame.segment.count) 字节"
    }

    private var checksum: String {
        guard let frame = text.packet?.frame else { return "" }
        let digits = String(Checksum.value(of: frame.segment), radix: 16, uppercase: true)
        let computed = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        return frame.checksum == .right ? "按数据段计算得 \(computed)，相符" : "按数据段计算得 \(computed)，不符"
    }

    private func lineEnd(_ range: Range<Int>) -> String {
        Array(text.entry.raw[range]) == [0x0D, 0x0A] ? "回车换行，符合标准" : "标准规定以回车换行（0D 0A）结尾"
    }

    // MARK: Head

    private func head(_ pair: Packet.Pair?) -> String {
        guard let pair else { return "" }
        let value = pair.value?.string ?? ""
        switch pair.name.string.uppercased() {
        case "QN":
            guard let time = pair.value.flatMap({ DataTime(digits: $0.bytes) }) else { return "请求编码，不是时间戳" }
            let ahead = time.unixSeconds - text.entry.receivedMilliseconds / 1000
            let drift =
                ahead == 0 ? "与本机同秒" : "比收到时间\(ahead > 0 ? "晚" : "早") \(SilenceWords.span(abs(ahead), exact: true))"
            return "请求编码：设备时间 \(Instant(secondsSince1970: time.unixSeconds).secondText)，\(drift)"
        case "FLAG": return flag(pair)
        default: return PacketRaw.plain(PacketWords.head(pair.name.string, value: value))
        }
    }

    private func flag(_ pair: Packet.Pair) -> String {
        guard let number = pair.value?.integer, let byte = UInt8(exactly: number) else { return "标志位，不是 0—255 的数字" }
        let flag = PacketFlag(rawValue: byte)
        let bits = String(byte, radix: 2)
        let version =
            switch flag.versionBits {
            case 0: "2005 版"
            case 1: "2017 版"
            case 2: text.packet?.isSurfaceWater == true ? "地表水 2017 协议" : "2025 版"
            default: "未知版本"
            }
        return
            "二进制 \(String(repeating: "0", count: 8 - bits.count) + bits)：\(version)，\(flag.isSplit ? "分包" : "不分包")，\(flag.wantsAnswer ? "要求应答" : "不要求应答")"
    }

    // MARK: Content

    private func content(_ pair: Packet.Pair) -> String {
        let name = PacketRaw.plain(PacketWords.name(pair.name.string, by: codes))
        let value = pair.value?.string ?? ""
        if pair.name.equalsIgnoringCase("DataTime") { return time(pair) }
        guard let dash = pair.name.string.firstIndex(of: "-") else { return name == pair.name.string ? "标准外的字段" : name }
        let code = String(pair.name.string[..<dash])
        let field = pair.name.string[pair.name.string.index(after: dash)...].lowercased()
        let isKnown = codes.entry(for: code) != nil
        if field == "flag" { return "\(name)：\(ReadingFlag.meaning(PacketRaw.plain(value)))" }
        guard field != "eflag", field != "sampletime", field != "info", let packet = text.packet else { return name }
        var parts = [name]
        if let unit = PacketWords.unit(code, of: packet, by: codes) {
            parts.append((unit.hasPrefix("以") ? "单位" : "单位 ") + ScreenText.unit(unit))
        }
        if let channel = binding?.channel(for: code), channel.powerOfTen != 0 {
            parts.append("按登记乘以 10 的 \(channel.powerOfTen) 次方")
        }
        if !isKnown { parts.append("编码不在码表中") }
        if binding != nil, binding?.channel(for: code) == nil { parts.append("登记中没有该因子，不采用") }
        if pair.value?.isNumber == false { parts.append("不是数值") }
        return parts.joined(separator: "，")
    }

    private func time(_ pair: Packet.Pair) -> String {
        guard let time = pair.value.flatMap({ DataTime(digits: $0.bytes) }) else { return "数据时间，不是存在的时间" }
        let start = Instant(secondsSince1970: time.unixSeconds)
        let said = "数据时间 \(start.secondText)"
        let length: Int? =
            switch text.packet?.commandNumber {
            case .some(.minuteData): binding?.settings.minuteSeconds ?? 600
            case .some(.hourData): binding?.settings.hourSeconds ?? 3_600
            case .some(.dayData): 86_400
            default: nil
            }
        guard let length else { return "\(said)，采集时刻" }
        let (from, to) =
            label == .start ? (start, start.adding(seconds: length)) : (start.adding(seconds: -length), start)
        return "\(said)，为时段\(label == .start ? "开始" : "结束")：\(from.shortMinuteText) 至 \(to.shortMinuteText)"
    }
}
