import Standards

/// The data area of a packet: `DataTime=…;code-Field=…,code-Flag=N;…` (HJ 212-2017, 6.3.3).
struct PacketContent: Sendable {
    private var text = RowBytes(reserving: 900)
    /// What stands between two factors.
    private let separator: String
    private let deviations: Set<Deviation>

    init(_ deviations: Set<Deviation> = []) {
        self.deviations = deviations
        separator =
            deviations.contains(.allCommas) ? "," : deviations.contains(.blankAfterSeparator) ? "; " : ";"
    }

    /// The content, with what the device leaves at its end.
    var bytes: [UInt8] {
        var whole = text
        if deviations.contains(.flagInContent) { whole.append(text: ";Flag=N") }
        if deviations.contains(.trailingSemicolon) { whole.append(text: ";") }
        return whole.bytes
    }

    mutating func begin(_ dataTime: Instant) {
        text.append(text: "DataTime=")
        text.append(clock: dataTime)
        if deviations.contains(.longDataTime) { text.append(text: "000") }
    }

    /// A text in the device's encoding between two slashes, as logs have it.
    mutating func log(_ name: String, _ words: [UInt8]) {
        separate()
        text.append(text: "\(name)=//")
        text.append(words)
        text.append(text: "//")
    }

    mutating func field(_ name: String, _ value: String) {
        separate()
        text.append(text: "\(name)=\(value)")
    }

    /// 2011: `-Rtd`, `-ZsRtd`, `-Flag`; of a noise station only LA.
    mutating func moment(_ samples: [Sample]) {
        for sample in samples {
            if sample.flag == nil {
                guard sample.channel.item == "Leq" else { continue }
                separate()
                value("LA", "Rtd", sample.value, sample)
                continue
            }
            separate()
            mean("Rtd", sample, isLast: sample == samples.last)
            if let converted = sample.converted { next("ZsRtd", converted, sample) }
            flag(sample)
        }
        doubled(samples.first, "Rtd")
    }

    /// 2051, 2061, 2031: `-Cou`, `-Min`, `-Avg`, `-Max`, the converted ones, `-Flag`; of a noise station `-Data`.
    mutating func period(_ samples: [Sample]) {
        for sample in samples {
            separate()
            if sample.flag == nil {
                value(sample.channel.code, "Data", sample.value, sample)
                continue
            }
            if let amount = sample.amount {
                text.append(text: "\(sample.channel.code)-Cou=")
                text.append(scaled: amount, decimals: 2)
                text.append(RowBytes.comma)
            }
            value(sample.channel.code, "Min", sample.low, sample)
            text.append(RowBytes.comma)
            mean("Avg", sample, isLast: sample == samples.last)
            next("Max", sample.high, sample)
            if let converted = sample.converted, sample.value > 0 {
                next("ZsMin", converted * sample.low / sample.value, sample)
                next("ZsAvg", converted, sample)
                next("ZsMax", converted * sample.high / sample.value, sample)
            }
            flag(sample)
        }
        doubled(samples.first, "Avg")
    }

    /// 2061 of a surface-water section: `-Avg`, `-Flag`.
    mutating func means(_ samples: [Sample]) {
        for sample in samples {
            separate()
            value(sample.channel.code, "Avg", sample.value, sample)
            flag(sample)
        }
    }

    /// 2031 of a noise station.
    mutating func levels(_ fields: [(field: String, tenths: Int)]) {
        for (field, tenths) in fields {
            separate()
            text.append(text: "\(field)=")
            text.append(scaled: tenths, decimals: 1)
        }
    }

    private mutating func separate() {
        text.append(text: separator)
    }

    /// The value proper; a device with `oddValue` has none for its last factor.
    private mutating func mean(_ field: String, _ sample: Sample, isLast: Bool) {
        if isLast, deviations.contains(.oddValue) {
            text.append(text: "\(sample.channel.code)-\(field)=-")
        } else {
            value(sample.channel.code, field, sample.value, sample)
        }
    }

    /// The first factor's value once more.
    private mutating func doubled(_ sample: Sample?, _ field: String) {
        guard let sample, sample.flag != nil, deviations.contains(.duplicateKey) else { return }
        separate()
        value(sample.channel.code, field, sample.value, sample)
    }

    private mutating func next(_ field: String, _ scaled: Int, _ sample: Sample) {
        text.append(RowBytes.comma)
        value(sample.channel.code, field, scaled, sample)
    }

    private mutating func value(_ code: String, _ field: String, _ scaled: Int, _ sample: Sample) {
        text.append(text: "\(code)-\(field)=")
        text.append(scaled: scaled, decimals: sample.channel.decimals)
    }

    private mutating func flag(_ sample: Sample) {
        guard let flag = sample.flag else { return }
        text.append(text: ",\(sample.channel.code)-Flag=\(flag)")
    }
}
