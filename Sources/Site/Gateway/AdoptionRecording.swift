import Ledger
import Records
import Registry
import Standards
import Storage

/// Puts a posted device on record, or says why not.
struct AdoptionRecording {
    let services: SiteServices

    /// Why nothing was recorded, in words for the form.
    struct Refused: Error { let message: String }

    /// - Returns: the record's number and how many waiting packets were read by it.
    func record(_ fields: AdoptionFields, of mn: String, hasToken: Bool) async throws -> Result<
        (sequence: Int64, read: Int), Refused
    > {
        guard hasToken else { return .failure(Refused(message: "页面已过期，没有记入。内容还在，请核对后再提交一次。")) }
        let action: Action
        switch Self.read(fields) {
        case .failure(let refused): return .failure(refused)
        case .success(let (settings, channels)):
            action = RegistryActions.bind(
                device: mn, to: fields.object, channels: channels, settings: settings, after: fields.follows,
                by: services.actor)
        }
        do {
            let database = services.book.database
            let before = try await database.read { try AdoptionCounts(mn, in: $0) }
            let record = try await services.book.record(action)
            let after = try await database.read { try AdoptionCounts(mn, in: $0) }
            // Packets that come meanwhile are read by the new binding and wait no more.
            return .success((record.sequence, max(0, before.waiting - max(0, after.setAside - before.setAside))))
        } catch let error as RecordsError {
            return .failure(Refused(message: AdoptionWords.refusal(error)))
        }
    }

    /// Turns texts into numbers and dates; whether they make sense is checked by the book.
    private static func read(_ fields: AdoptionFields) -> Result<(DeviceSettings, [DeviceChannel]), Refused> {
        func refuse<Value>(_ message: String) -> Result<Value, Refused> {
            .failure(Refused(message: message + "，没有记入。"))
        }
        var settings = DeviceSettings()
        guard let ownership = DeviceOwnership(rawValue: fields.ownership) else {
            return refuse("没有选择设备属于谁。请选择“本局自有”或“排污单位”")
        }
        settings.ownership = ownership
        if fields.object.isEmpty { return refuse("没有选择监测对象。请从列表中选择一个") }
        settings.owner = fields.owner
        settings.dialect = fields.dialect.isEmpty ? nil : fields.dialect
        settings.tolerances = fields.tolerances
        settings.isAnswered = fields.isAnswered
        guard let minutes = Int(fields.minutes), (1...60).contains(minutes) else {
            return refuse("分钟数据的间隔“\(fields.minutes)”不是 1—60 的分钟数")
        }
        settings.minuteSeconds = minutes * 60
        guard let hours = Int(fields.hours), (1...24).contains(hours) else {
            return refuse("小时数据的间隔“\(fields.hours)”不是 1—24 的小时数")
        }
        settings.hourSeconds = hours * 3_600
        if !fields.realtimeSeconds.isEmpty {
            guard let seconds = Int(fields.realtimeSeconds) else {
                return refuse("实时数据的间隔“\(fields.realtimeSeconds)”不是秒数")
            }
            settings.realtimeSeconds = seconds
        }
        for (text, name, path) in [
            (fields.acceptedOn, "验收日期", \DeviceSettings.acceptedOn),
            (fields.filedOn, "联网备案日期", \DeviceSettings.filedOn),
        ] where !text.isEmpty {
            guard let date = CivilDate(text) else { return refuse("\(name)“\(text)”不是日期。请写成 2026-11-21") }
            settings[keyPath: path] = date
        }
        settings.keyID = fields.keyID.isEmpty ? nil : fields.keyID
        var channels: [DeviceChannel] = []
        for row in fields.channels where !row.item.isEmpty {
            if row.code.isEmpty { return refuse("项目“\(row.item)”没有写编码") }
            guard let power = Int(row.power.isEmpty ? "0" : row.power), (-9...9).contains(power) else {
                return refuse("编码 \(row.code) 的小数点移位“\(row.power)”不是 −9—9 的整数")
            }
            let isRanged = !row.low.isEmpty || !row.high.isEmpty
            channels.append(
                DeviceChannel(
                    code: row.code.lowercased(), item: row.item, powerOfTen: power, analyser: row.analyser,
                    serial: row.serial,
                    range: isRanged ? MeasuringRange(low: row.low, high: row.high, unit: row.unit) : nil))
        }
        if channels.isEmpty { return refuse("没有一个编码对应到项目，登记后读不出数据。请至少填写一行") }
        return .success((settings, channels))
    }
}
