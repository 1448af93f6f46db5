import Standards
import Testing

struct AirReferenceStateTests {
    private let early: AirReferenceState
    private let late: AirReferenceState

    init() throws {
        let cold = try AirReferenceState.State(temperature: "273.15", pressure: "1013.25")
        let warm = try AirReferenceState.State(temperature: "298.15", pressure: "1013.25")
        early = AirReferenceState(id: "", title: "", gases: cold, particles: cold)
        late = AirReferenceState(id: "", title: "", gases: warm, particles: nil)
    }

    @Test(arguments: [AirItem.so2, .no2, .co, .o3])
    func `gases of before September 2018 are multiplied by 27315 over 29815`(item: AirItem) throws {
        let factor = try early.factor(of: item, to: late)
        #expect(factor == (try Rational(numerator: 27_315, denominator: 29_815)))
        #expect(try factor.rounded(decimals: 5).description == "0.91615")
        #expect(try late.factor(of: item, to: early) * factor == 1)
        #expect(try late.factor(of: item, to: late) == 1)
    }

    @Test
    func `particles need temperature and pressure of the site`() throws {
        #expect(throws: StandardsError(.noValues, subject: "pm25")) { try early.factor(of: .pm25, to: late) }
        let site = try AirReferenceState.State(temperature: "293.15", pressure: 1000)
        let factor = try early.factor(of: .pm25, to: late, site: site)
        #expect(
            factor
                == (try Rational(numerator: 27_315, denominator: 29_315)
                    * Rational(numerator: 100_000, denominator: 101_325)))
        #expect(try late.factor(of: .pm25, to: early, site: site) * factor == 1)
        #expect(try late.factor(of: .pm10, to: late) == 1)
    }

    @Test
    func `a state without temperature is refused`() {
        #expect(throws: StandardsError.self) { try AirReferenceState.State(temperature: 0, pressure: 1) }
    }
}
