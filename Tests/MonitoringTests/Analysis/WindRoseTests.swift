import Monitoring
import Standards
import Testing

struct WindRoseTests {
    private static func hour(_ speed: String, _ direction: String?, _ value: String? = nil) -> WindHour {
        WindHour(
            speed: AnalysisFixture.decimal(speed), direction: direction.map(AnalysisFixture.decimal),
            concentration: value.map(AnalysisFixture.decimal))
    }

    @Test func `wind from everywhere in tens of degrees favours no sector`() throws {
        let hours = (0..<36).map { Self.hour("2.0", String($0 * 10)) }
        let rose = WindRose(hours, rule: try AnalysisFixture.rule())
        #expect(rose.resolution == 10)
        // 36 hours over 16 sectors; counted plainly north has 3 of them and its neighbour 2.
        for sector in rose.sectors { #expect(sector.total == (try Rational(numerator: 9, denominator: 4))) }
    }

    @Test(arguments: ["22.5", "10", "5", "1", "0.1"])
    func `even wind is even at every resolution`(step: String) throws {
        let width = Rational(AnalysisFixture.decimal(step))
        let count = try (Rational(360) / width).floor
        let hours = try (0..<count).map {
            Self.hour("2.0", try (Rational($0) * width).rounded(decimals: 1).description)
        }
        let rose = WindRose(hours, rule: try AnalysisFixture.rule())
        let even = try Rational(numerator: count, denominator: 16)
        for sector in rose.sectors { #expect(sector.total == even) }
    }

    @Test func `calm has no direction and wind without direction no sector`() throws {
        let hours = [
            Self.hour("0.2", "90"), Self.hour("0.3", "90"), Self.hour("0.0", nil), Self.hour("3.0", nil),
            Self.hour("3.0", "361"), Self.hour("9.0", "360"), Self.hour("1.6", "0"),
        ]
        let rose = WindRose(hours, rule: try AnalysisFixture.rule())
        #expect(rose.calm == 2)
        #expect(rose.directionless == 2)
        #expect(rose.directed == 3)
        #expect(rose.sectors.map(\.total).reduce(0, +) == 3)
        // 360° is north; the classes are those of its speeds 9.0 and 1.6.
        #expect(rose.sectors[0].hours == [0, 1, 0, 0, 1])
        #expect(rose.sectors[4].hours == [1, 0, 0, 0, 0])
    }

    @Test func `a sector with fewer hours than the rule asks for has no mean`() throws {
        let hours =
            (0..<4).map { _ in Self.hour("2.0", "90", "40") } + (0..<5).map { Self.hour("2.0", "180", String($0)) }
        let rose = WindRose(hours, rule: try AnalysisFixture.rule())
        #expect(rose.sectors[4].measured == 4)
        #expect(rose.sectors[4].mean == nil)
        #expect(rose.sectors[8].mean == 2)
    }

    @Test func `a polar plot puts an hour into the ring of its speed and fills no other`() throws {
        let hours =
            (0..<5).map { _ in Self.hour("1.0", "90", "40") } + [Self.hour("12.5", "90", "7")]
            + [Self.hour("0.1", nil, "99"), Self.hour("2.0", "90", nil)]
        let plot = PolarPlot(hours, rule: try AnalysisFixture.rule())
        #expect(plot.count == 6)
        #expect(plot.calm == 1)
        #expect(plot.cells.map(\.ring) == [1, 8])
        #expect(plot.cells.map(\.mean) == [40, nil])
        #expect(plot.cells.map(\.sector) == [4, 4])
    }
}
