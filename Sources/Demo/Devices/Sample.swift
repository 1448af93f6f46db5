/// What one channel of a device shows for one period, before it is written into a packet.
struct Sample: Hashable, Sendable {
    let channel: DistrictPlan.Channel
    /// Mean of the period × 10^`channel.decimals`, in the unit in which the device sends.
    var value: Int
    /// Smallest and largest value within the period, same scale.
    var low: Int
    var high: Int
    /// Converted to the reference oxygen (折算), same scale; nil where none is prescribed.
    var converted: Int?
    /// Amount in the period in hundredths: flow in m³, pollutants in kg. Outlets only.
    var amount: Int?
    /// Data flag of HJ 212-2017 table 8; nil for noise, which has none.
    var flag: Character?

    init(_ channel: DistrictPlan.Channel, value: Int, flag: Character? = "N") {
        self.channel = channel
        self.value = value
        let width = max(1, Int(value.magnitude) * Self.perMille(channel.item) / 1000)
        low = value - width
        high = value + width
        self.flag = flag
        if value >= 0, channel.item != "temperature" { low = max(0, low) }
        if channel.item == "windDirection" { high = min(359, high) }
    }

    /// How far an item wanders within an hour.
    static func perMille(_ item: String) -> Int {
        switch item {
        case "pressure": 1
        case "ph", "o2": 8
        case "temperature", "gasTemperature", "conductivity", "Leq": 15
        default: 70
        }
    }
}
