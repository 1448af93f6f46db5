import Standards
import Testing

struct WaterMeanTests {
    @Test
    func `a value below the detection limit counts as half of it`() throws {
        let rule = try WaterTables.means
        let mean = try rule.mean(
            of: [.measured("0.10"), .belowLimit("0.02"), .belowLimit("0.01"), .measured("0.05")], item: .nh3n)
        #expect(mean.exact?.description == "33/800")
        #expect(mean.value.description == "0.04")
        #expect(mean.count == 4)
        #expect(mean.belowLimitCount == 2)
        #expect(try rule.mean(of: [.belowLimit("0.0005")], item: .tp).value.description == "0.0002")
    }

    @Test
    func `a mean is rounded once and then classified`() throws {
        let rule = try WaterTables.means
        let mean = try rule.mean(of: [.measured("0.2"), .measured("0.201")], item: .tp)
        #expect(mean.value == "0.2")
        #expect(try WaterTables.rule.classify(values: [.tp: mean.value], kind: .river).waterClass == .three)
        #expect(try rule.mean(of: [.measured("5.55"), .measured("5.55")], item: .codmn).value.description == "5.6")
        #expect(try rule.displayed("7.605", item: .ph).description == "7.60")
    }

    @Test
    func `what cannot be averaged is refused`() throws {
        let rule = try WaterTables.means
        #expect(throws: StandardsError(.noValues, subject: "tp")) { try rule.mean(of: [], item: .tp) }
        #expect(throws: StandardsError(.unknownItem, subject: "algae")) {
            try rule.mean(of: [.measured(1)], item: .algae)
        }
        #expect(throws: StandardsError(.valueOutOfRange, subject: "ph")) {
            try rule.mean(of: [.belowLimit(1)], item: .ph)
        }
        #expect(throws: StandardsError(.valueOutOfRange, subject: "ph", value: "14.1")) {
            try rule.mean(of: [.measured(7), .measured("14.1")], item: .ph)
        }
    }
}
