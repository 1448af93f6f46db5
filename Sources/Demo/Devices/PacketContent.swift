import Standards

/// The data area of a packet: `DataTime=…;code-Field=…,code-Flag=N;…` (HJ 212-2017, 6.3.3).
struct PacketContent: Sendable {
    private var text = RowBytes(reserving: 900)
    /// `;` followed by a blank, as some devices write it.
    private let spaced: Bool

    init(spaced: Bool) {
        self.spaced = spaced
    }

    var bytes: [UInt8] { text.bytes }

    mutating func begin(_ dataTime: Instant) {
        text.append(text: "DataTime=")
        text.append(clock: dataTime)
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
            value(sample.channel.code, "Rtd", sample.value, sample)
            if let converted = sample.converted { next("ZsRtd", converted, sample) }
            flag(sample)
        }
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
            next("Avg", sample.value, sample)
            next("Max", sample.high, sample)
            if let converted = sample.converted, sample.value > 0 {
                next("ZsMin", converted * sample.low / sample.value, sample)
                next("ZsAvg", converted, sample)
                next("ZsMax", converted * sample.high / sample.value, sample)
            }
            flag(sample)
        }
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
        text.append(text: spaced ? "; " : ";")
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
