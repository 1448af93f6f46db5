import Gateway
import HJ212
import Records
import Registry
import Standards
import Storage

extension AdoptionFormPage {
    /// Packets looked at: enough for a unit to be told from the values (`UnitTrap.neededValues`).
    private static let sampleCount = 200
    /// Rows in which codes can be typed that the device has not sent yet.
    private static let freeRows = 3

    /// - Parameters:
    ///   - typed: what was refused, put back into the form.
    ///   - error: why it was refused.
    ///   - recorded: the record whose success is told.
    ///   - read: how many waiting packets it read.
    /// - Throws: `SiteError` with `.unknownObject` for a number that neither sends nor is registered.
    init(
        _ mn: String, typed: AdoptionFields? = nil, error: String? = nil, recorded: Int64? = nil, read: Int? = nil,
        in context: PageContext
    ) throws {
        let bindings = try RegistryStore.bindings(of: mn, in: context.connection)
        let packets =
            try bindings.isEmpty
            ? AdoptionStore.lastPackets(
                of: mn, limit: Self.sampleCount, in: context.connection, from: context.archive.packets)
            : Self.lastPackets(of: mn, in: context)
        guard !bindings.isEmpty || !packets.isEmpty else { throw SiteError(.unknownObject, subject: "设备", detail: mn) }
        // The number of a device may serve as the id of its key.
        let own = context.services.keys.ring(bindings.last?.settings.keyID ?? mn)
        let sample = DeviceSample(packets, ring: own)
        var fields = typed ?? bindings.last.map(AdoptionFields.init) ?? AdoptionFields(sample)
        if typed == nil, bindings.isEmpty, own.current != nil { fields.keyID = mn }
        let objects = try Self.objects(chosen: fields.object, in: context)
        let isNew = bindings.isEmpty
        self.init(
            frame: PageFrame(
                PacketRaw.plain(mn), in: context, at: .adoption, notice: Self.notice(recorded, read: read, bindings)),
            mn: mn, action: SiteURL.adoptDevice(mn).path, token: context.services.formToken.text,
            follows: String(fields.follows), facts: Self.facts(sample, packets, bindings, in: context), error: error,
            objects: objects, hasNoObject: objects.isEmpty,
            ownerships: DeviceOwnership.allCases.map {
                Choice(
                    value: $0.rawValue, label: AdoptionWords.ownership($0), isChosen: fields.ownership == $0.rawValue)
            }, owner: fields.owner,
            dialects: [Choice(value: "", label: "按报文判断", isChosen: fields.dialect.isEmpty)]
                + Dialect.allCases.map {
                    Choice(
                        value: $0.rawValue, label: AdoptionWords.dialect($0), isChosen: fields.dialect == $0.rawValue)
                },
            tolerances: DeviceTolerances.settable.map {
                Choice(
                    value: $0.rawValue, label: AdoptionWords.tolerance($0),
                    isChosen: fields.tolerances.contains($0.rawValue))
            }, isUnanswered: !fields.isAnswered, minutes: fields.minutes, hours: fields.hours,
            realtimeSeconds: fields.realtimeSeconds, acceptedOn: fields.acceptedOn, filedOn: fields.filedOn,
            today: context.today.description, keyID: fields.keyID,
            channels: try Self.channels(fields, sample, in: context), itemNames: AdoptionItems.all,
            submitText: isNew ? "登记设备" : "修改登记",
            history: bindings.reversed().map { binding in
                History(
                    text: "\(Instant(milliseconds: binding.sinceMilliseconds).minuteText) 台账第 \(binding.sequence) 条："
                        + "\(binding.object)，\(binding.channels.count) 个编码，"
                        + (binding.settings.acceptedOn.map { "\($0) 验收" } ?? "未验收"),
                    href: SiteURL.record(binding.sequence).path)
            })
    }

    /// What a registered device sent last, of what could be used: a change of its registration is judged by that.
    private static func lastPackets(of mn: String, in context: PageContext) throws -> [LoggedPacket] {
        guard let health = try DeviceStore.health(of: mn, in: context.connection) else { return [] }
        let last = LastPackets(
            of: mn, through: health.lastAcceptedMilliseconds ?? health.lastReceivedMilliseconds,
            in: context.archive.packets)
        return try last.find(sampleCount) { PacketVerdict(rawValue: $0.entry.verdict)?.isAccepted ?? false }
    }

    /// Told only of a record that there is.
    private static func notice(_ recorded: Int64?, read: Int?, _ bindings: [DeviceBinding]) -> String? {
        guard let recorded, bindings.contains(where: { $0.sequence == recorded }) else { return nil }
        let packets = read.map { $0 > 0 ? "，等待的 \($0) 个报文已读成数据" : "" } ?? ""
        return "已记入台账第 \(recorded) 条\(packets)。设备从现在起得到应答。"
    }

    private static func facts(
        _ sample: DeviceSample, _ packets: [LoggedPacket], _ bindings: [DeviceBinding], in context: PageContext
    ) -> [LabelledText] {
        var facts: [(String, String, String?)] = [
            ("状态", bindings.isEmpty ? "未登记" : "已登记，第 \(bindings.count) 次登记有效", nil)
        ]
        if let last = packets.first {
            facts += [
                (
                    "最近报文", Instant(milliseconds: last.entry.receivedMilliseconds).secondText,
                    SiteURL.packet(last.address).path
                ),
                ("来自", last.entry.peer, nil),
                ("协议", sample.dialect.map(AdoptionWords.dialect) ?? "—", nil),
                (
                    "命令",
                    sample.commands.map { "\($0.command.text) \(PacketWords.command($0.command)) \($0.count) 个" }
                        .joined(separator: "；"), nil
                ),
                ("取样", "最近 \(packets.count) 个\(bindings.isEmpty ? "等待的" : "")报文", nil),
            ]
        }
        return facts.map { LabelledText(label: $0.0, value: $0.1, href: $0.2) }
    }

    private static func objects(chosen: String, in context: PageContext) throws -> [Group] {
        let kinds: [(ObjectKind, String)] = [(.outlet, "排口"), (.station, "空气站"), (.section, "水站"), (.noise, "噪声点")]
        return try kinds.compactMap { kind, label in
            let objects = try RegistryStore.objects(kind, in: context.connection)
            if objects.isEmpty { return nil }
            return Group(
                label: label,
                choices: objects.map {
                    Choice(
                        value: $0.id, label: "\(AdoptionWords.name(of: $0))（\($0.id)）", isChosen: $0.id == chosen)
                })
        }
    }

    private static func channels(
        _ fields: AdoptionFields, _ sample: DeviceSample, in context: PageContext
    ) throws -> [Channel] {
        let codes = try FactorCodeBook(context.catalog, on: context.today)
        let seen = Dictionary(sample.codes.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
        let named = Set(fields.channels.map { $0.code.lowercased() })
        let rest = sample.codes.filter { !named.contains($0.code) }.map { AdoptionFields.Channel(code: $0.code) }
        let free = Array(repeating: AdoptionFields.Channel(), count: freeRows)
        return (fields.channels + rest + free).map { row in
            let code = row.code.lowercased()
            return Channel(
                row, isFree: seen[code] == nil && fields.follows == 0 || row.code.isEmpty,
                name: name(of: code, by: codes), standardUnit: codes.entry(for: code)?.unit.map(ScreenText.unit) ?? "",
                lastValue: seen[code]?.lastValue ?? "", unitWarning: warning(of: code, seen[code], by: codes))
        }
    }

    private static func name(of code: String, by codes: FactorCodeBook) -> String {
        if code.isEmpty { return "" }
        if let entry = codes.entry(for: code) { return entry.name }
        let old = codes.table.entries(forOld: code)
        if !old.isEmpty { return "2005 版编码：\(old.map(\.name).joined(separator: "或"))" }
        if let alias = codes.aliases.first(where: { $0.key.lowercased() == code }) {
            return "标准中没有，可能是\(codes.entry(for: alias.value)?.name ?? alias.value)"
        }
        return "标准中没有此编码"
    }

    private static func warning(of code: String, _ seen: DeviceSample.Code?, by codes: FactorCodeBook) -> String? {
        guard let trap = codes.traps.first(where: { $0.code == code }) else { return nil }
        let unit = codes.entry(for: code)?.unit ?? "标准单位"
        let count = seen?.values.count ?? 0
        switch trap.judge(seen?.values ?? []) {
        case .asInTable: return "\(count) 个值与标准单位 \(unit) 相符"
        case .shifted(let power):
            return "\(count) 个值按标准单位 \(unit) 不合理，小数点移动 \(power) 位才合理：很可能没有按标准单位上送"
        case .unclear: return "\(count) 个值按哪种单位都不合理，请向运维单位核实"
        case .tooFew: return "标准单位为 \(unit)，不少设备不按它上送；只有 \(count) 个值，不足以判断，请核实"
        }
    }
}

extension AdoptionFormPage.Channel {
    fileprivate init(
        _ row: AdoptionFields.Channel, isFree: Bool, name: String, standardUnit: String, lastValue: String,
        unitWarning: String?
    ) {
        self.init(
            code: row.code, isFree: isFree, name: name, standardUnit: standardUnit, lastValue: lastValue,
            unitWarning: unitWarning, item: row.item, power: row.power, analyser: row.analyser, serial: row.serial,
            low: row.low, high: row.high, unit: row.unit)
    }
}
