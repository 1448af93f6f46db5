package import Standards

/// A value that differs from that of the station beside it by more than an amount and more than a share of the larger one.
package struct SisterTest: Sendable, Hashable {
    static let keys = ["sister", "difference", "share"]

    /// The code of the other station.
    let sister: String
    let difference: ExactDecimal
    let share: ExactDecimal

    package init(sister: String, difference: ExactDecimal, share: ExactDecimal) {
        self.sister = sister
        self.difference = difference
        self.share = share
    }

    init(_ parameters: CheckParameters) {
        self.init(
            sister: parameters.text("sister"), difference: parameters.required("difference"),
            share: parameters.decimal("share") ?? 0)
    }

    func run(_ pad: inout CheckPad, in field: CheckField) {
        let series = pad.series
        guard let other = field.sister(of: series, station: sister), other.station != series.station else {
            pad.refuse(.noSister(station: sister))
            return
        }
        let scale = max(series.scale, other.scale)
        let (mine, theirs) = (CheckBound.powers[scale - series.scale], CheckBound.powers[scale - other.scale])
        let least = Int128(CheckBound.floor(difference, scale: scale))
        series.forEachPair(with: other, in: pad.places) { index, place in
            let left = Int128(series.values[index]) * mine
            let right = Int128(other.values[place]) * theirs
            let distance = (left - right).magnitude
            guard distance > least.magnitude else { return }
            let larger = Int128(max(left.magnitude, right.magnitude))
            guard
                CheckNumber.isGreater(
                    Int128(distance), CheckBound.powers[share.scale], than: larger, Int128(share.significand))
            else { return }
            pad.add(index, .suspect, .apart(station: other.station, value: other.decimal(place)))
        }
    }
}

extension CheckSeries {
    /// Every place with a valid value and the place of another series with a valid value of the same period.
    func forEachPair(with other: CheckSeries, in places: Range<Int>, _ body: (_ index: Int, _ place: Int) -> Void) {
        guard let first = places.first else { return }
        var place = other.place(atOrAfter: starts[first])
        for index in places where values[index] != Self.missing {
            while place < other.count, other.starts[place] < starts[index] { place += 1 }
            guard place < other.count else { return }
            if other.starts[place] == starts[index], other.values[place] != Self.missing { body(index, place) }
        }
    }
}
