package import Standards

/// Drifts of zero and span: above the first limit the device is to be adjusted, above the second its data since the last
/// good check are in doubt.
package struct DriftTest: Sendable, Hashable {
    static let keys = ["zero_adjust", "zero_invalid", "span_adjust", "span_invalid"]

    /// In the unit of the item.
    let zeroAdjust: ExactDecimal?
    let zeroInvalid: ExactDecimal?
    /// In percent.
    let spanAdjust: ExactDecimal?
    let spanInvalid: ExactDecimal?

    package init(
        zeroAdjust: ExactDecimal? = nil, zeroInvalid: ExactDecimal? = nil, spanAdjust: ExactDecimal? = nil,
        spanInvalid: ExactDecimal? = nil
    ) {
        self.zeroAdjust = zeroAdjust
        self.zeroInvalid = zeroInvalid
        self.spanAdjust = spanAdjust
        self.spanInvalid = spanInvalid
    }

    init(_ parameters: CheckParameters) {
        self.init(
            zeroAdjust: parameters.above("zero_adjust"), zeroInvalid: parameters.above("zero_invalid"),
            spanAdjust: parameters.above("span_adjust"), spanInvalid: parameters.above("span_invalid"))
        parameters.needsOne(of: Self.keys)
        parameters.needsOrder(["zero_adjust", "zero_invalid"])
        parameters.needsOrder(["span_adjust", "span_invalid"])
    }

    func run(_ pad: inout CheckPad, in field: CheckField) {
        let series = pad.series
        var lastGood: [CheckDrift.Kind: Instant] = [:]
        for drift in field.drifts where drift.station == series.station && drift.item == series.item {
            let (adjust, invalid) = drift.kind == .zero ? (zeroAdjust, zeroInvalid) : (spanAdjust, spanInvalid)
            let error = drift.error.rational.magnitude
            let isInvalid = invalid.map { error > $0.rational } ?? false
            if isInvalid {
                let from = lastGood[drift.kind] ?? series.points.first?.start ?? drift.moment
                let start = min(from, drift.moment)
                let span = Period(start: start, seconds: Int(start.seconds(until: drift.moment)))
                pad.add(span, value: nil, .fail, .drifted(drift.kind, error: drift.error))
                continue
            }
            if adjust.map({ error > $0.rational }) ?? false {
                pad.add(
                    Period(start: drift.moment, seconds: 0), value: nil, .suspect,
                    .drifted(drift.kind, error: drift.error))
            }
            lastGood[drift.kind] = drift.moment
        }
    }
}
