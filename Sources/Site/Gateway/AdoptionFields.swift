import Gateway
import HJ212
import Registry
import Standards

/// The form of a device as it is filled in: texts as typed, so that a refused one can be shown again.
struct AdoptionFields: Sendable {
    /// A code of the device and what it means here.
    struct Channel: Sendable {
        var code = ""
        /// Empty where the code is not to be read.
        var item = ""
        var power = "0"
        var analyser = ""
        var serial = ""
        var low = ""
        var high = ""
        var unit = ""
    }

    var object = ""
    var ownership = ""
    var owner = ""
    /// Empty where each packet is to tell.
    var dialect = ""
    var tolerances: Set<String> = []
    var isAnswered = true
    var minutes = "10"
    var hours = "1"
    var realtimeSeconds = ""
    var acceptedOn = ""
    var filedOn = ""
    var keyID = ""
    var channels: [Channel] = []
    /// The binding that the form was filled from; 0 for a device that is not registered.
    var follows: Int64 = 0

    /// A device that is not registered, as its packets suggest.
    init(_ sample: DeviceSample) {
        dialect = sample.dialect?.rawValue ?? ""
        channels = sample.codes.map { Channel(code: $0.code, item: AdoptionItems.item(for: $0.code)) }
    }

    /// A registered device, as it stands; codes that it sends and nobody named come last.
    init(_ binding: DeviceBinding) {
        let settings = binding.settings
        object = binding.object
        ownership = settings.ownership.rawValue
        owner = settings.owner
        dialect = settings.dialect ?? ""
        tolerances = settings.tolerances
        isAnswered = settings.isAnswered
        minutes = String(settings.minuteSeconds / 60)
        hours = String(settings.hourSeconds / 3_600)
        realtimeSeconds = settings.realtimeSeconds.map(String.init) ?? ""
        acceptedOn = settings.acceptedOn?.description ?? ""
        filedOn = settings.filedOn?.description ?? ""
        keyID = settings.keyID ?? ""
        follows = binding.sequence
        channels = binding.channels.map {
            Channel(
                code: $0.code, item: $0.item, power: String($0.powerOfTen), analyser: $0.analyser, serial: $0.serial,
                low: $0.range?.low ?? "", high: $0.range?.high ?? "", unit: $0.range?.unit ?? "")
        }
    }

    /// What was posted.
    init(_ fields: FormFields) {
        func text(_ name: String) -> String { fields.first(name) ?? "" }
        object = text("object")
        ownership = text("ownership")
        owner = text("owner")
        dialect = text("dialect")
        tolerances = Set(fields.all("tolerance"))
        isAnswered = fields.first("unanswered") == nil
        minutes = text("minutes")
        hours = text("hours")
        realtimeSeconds = text("realtime")
        acceptedOn = text("acceptedOn")
        filedOn = text("filedOn")
        keyID = text("keyID").trimmingBlanks
        follows = Int64(text("follows")) ?? -1
        let columns = ["item", "power", "analyser", "serial", "low", "high", "unit"].map { fields.all($0) }
        channels = fields.all("code").enumerated().compactMap { index, code in
            let cells = columns.map { index < $0.count ? $0[index].trimmingBlanks : "" }
            let channel = Channel(
                code: code.trimmingBlanks, item: cells[0], power: cells[1], analyser: cells[2], serial: cells[3],
                low: cells[4], high: cells[5], unit: cells[6])
            return channel.code.isEmpty && channel.item.isEmpty ? nil : channel
        }
    }
}
