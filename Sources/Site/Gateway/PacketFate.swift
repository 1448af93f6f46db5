import Gateway
import HJ212
import Registry
import Storage

/// What became of a packet: whether it was used, why, and what its device was told.
struct PacketFate {
    let facts: [LabelledText]

    init(_ text: PacketText, _ binding: DeviceBinding?) {
        var facts = [("结论", text.verdictText)]
        if text.verdict != .sent {
            let judgement = text.packet.map { packet in
                let profile =
                    binding.map { DeviceDirectory.Device($0.settings, keys: text.keys).profile(for: packet) }
                    ?? DeviceProfile(Dialect(guessedFrom: packet))
                return profile.judge(packet, received: text.entry.receivedMilliseconds / 1000)
            }
            facts.append(("采用", Self.use(text, binding, judgement)))
            facts.append(("应答", Self.answer(text, binding, judgement)))
            let passed = judgement?.tolerances.map { DeviationWords.text($0) } ?? []
            if let cipher = Self.cipher(text) { facts.append(("密文", cipher)) }
            if !passed.isEmpty { facts.append(("放行", passed.joined(separator: "；"))) }
        }
        self.facts = facts.map { LabelledText(label: $0.0, value: $0.1, href: nil) }
    }

    private static func use(_ text: PacketText, _ binding: DeviceBinding?, _ judgement: Judgement?) -> String {
        let isReadNow = text.verdict == .ciphered && text.deciphered != nil
        guard text.isAccepted || isReadNow, let judgement else { return "未采用：\(text.verdictText)" }
        if binding == nil { return "未采用：设备未登记，报文已保存，登记后读成数据" }
        switch judgement.verdict {
        case .refused(let reason): return "未采用：\(DeviationWords.text(reason))"
        case .quarantined(let reason): return "隔离待核：\(DeviationWords.text(reason))，报文已保存"
        case .accepted:
            guard let packet = text.readable, packet.commandNumber?.isMeasurement == true else { return "不含监测数据" }
            let known = packet.items.count { binding?.channel(for: $0.code.string) != nil }
            return "\(packet.items.count) 个因子中 \(known) 个按登记读成数据\(isReadNow ? "（收到时没有密钥，后来补读）" : "")"
        }
    }

    private static func answer(_ text: PacketText, _ binding: DeviceBinding?, _ judgement: Judgement?) -> String {
        guard text.isAccepted else { return "不应答：设备会重发" }
        switch judgement?.answer {
        case .data: return binding == nil ? "要求 9014 数据应答；设备未登记，按收到时的设置决定" : "写入磁盘后回 9014 数据应答"
        case .notice: return "回 9013 通知应答"
        case nil:
            return text.packet?.wantsAnswer == true ? "不应答（\(judgement.map(reason) ?? "无法判断")）" : "报文不要求应答"
        }
    }

    /// What is known of the key of ciphered content; nil for content in clear.
    private static func cipher(_ text: PacketText) -> String? {
        guard text.packet?.isCiphered == true else { return nil }
        let id = text.keys.map { PacketRaw.plain($0.ids.joined(separator: "、")) }
        guard let deciphered = text.deciphered else {
            guard let keys = text.keys, let id else { return "没有解密：该设备没有登记密钥编号" }
            return keys.ring.keys.isEmpty ? "没有解密：密钥 \(id) 不在密钥文件中" : "没有解密：密钥 \(id) 不符，或内容在途中改变"
        }
        let role =
            switch deciphered.role {
            case .current: "现用密钥"
            case .proposed: "待设备确认的新密钥"
            case .former: "已更换的旧密钥"
            }
        return "已用密钥 \(id ?? "") 的\(role)解密；报文库保存的仍是收到的密文"
    }

    private static func reason(_ judgement: Judgement) -> String {
        switch judgement.verdict {
        case .accepted: "该设备登记为不应答，或报文本身是应答"
        case .quarantined(let reason), .refused(let reason): DeviationWords.text(reason)
        }
    }
}
