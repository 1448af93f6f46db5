import HJ212

/// What an item says of its value: the fields that readings are made of, found in one pass. Of several fields of one name
/// the last counts.
struct ItemValues {
    /// Mean of the period, noise level or value at the moment, whichever there is, in this order.
    let value: FieldText?
    /// The same, converted to the reference oxygen content.
    let converted: FieldText?
    /// The mark; empty when there is none.
    let flag: String

    init(_ item: Item) {
        var average: FieldText?
        var noise: FieldText?
        var realtime: FieldText?
        var convertedAverage: FieldText?
        var convertedRealtime: FieldText?
        var flag: FieldText?
        for field in item.fields {
            // The length leaves one or two names to compare with.
            switch field.name.byteCount {
            case 3:
                if field.name.equalsIgnoringCase(FieldName.realtime.rawValue) {
                    realtime = field.value
                } else if field.name.equalsIgnoringCase(FieldName.average.rawValue) {
                    average = field.value
                }
            case 4:
                if field.name.equalsIgnoringCase(FieldName.flag.rawValue) {
                    flag = field.value
                } else if field.name.equalsIgnoringCase(FieldName.noise.rawValue) {
                    noise = field.value
                }
            case 5:
                if field.name.equalsIgnoringCase(FieldName.convertedRealtime.rawValue) {
                    convertedRealtime = field.value
                } else if field.name.equalsIgnoringCase(FieldName.convertedAverage.rawValue) {
                    convertedAverage = field.value
                }
            default: break
            }
        }
        value = average ?? noise ?? realtime
        converted = convertedAverage ?? convertedRealtime
        self.flag = flag.map { $0.equals("N") ? "N" : $0.string } ?? ""
    }
}
