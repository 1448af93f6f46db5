import Ledger

/// What one code of a device means here, and what measures it.
package struct DeviceChannel: Hashable, Sendable {
    /// The device's factor code, e.g. `a34004`; compared without regard to case.
    package let code: String
    /// The item of ours: `pm25`, `ph`, `leq`, or the code itself for outlets.
    package let item: String
    /// By how many powers of ten a sent value is multiplied to reach the item's unit, e.g. −3 for ng/m³ → µg/m³.
    package let powerOfTen: Int
    /// Maker and model of the analyser; empty when not known.
    package let analyser: String
    /// The analyser's serial number; empty when not known.
    package let serial: String
    /// The analyser's range; nil when not known.
    package let range: MeasuringRange?

    package init(
        code: String, item: String, powerOfTen: Int = 0, analyser: String = "", serial: String = "",
        range: MeasuringRange? = nil
    ) {
        self.code = code
        self.item = item
        self.powerOfTen = powerOfTen
        self.analyser = analyser
        self.serial = serial
        self.range = range
    }

    /// Reads a channel of any version of the record; version 1 knew nothing of analysers.
    init?(canonical value: CanonicalValue) {
        guard let code = value["code"]?.text, let item = value["item"]?.text, let power = value["power"]?.integer,
            !code.isEmpty, !item.isEmpty, (-9...9).contains(power)
        else { return nil }
        self.init(
            code: code, item: item, powerOfTen: Int(power), analyser: value["analyser"]?.text ?? "",
            serial: value["serial"]?.text ?? "", range: value["range"].flatMap(MeasuringRange.init(canonical:)))
    }

    var canonical: CanonicalValue {
        [
            "code": .string(code), "item": .string(item), "power": .integer(Int64(powerOfTen)),
            "analyser": .string(analyser), "serial": .string(serial), "range": range?.canonical ?? .null,
        ]
    }
}
