import Catalog
import Testing

@testable import Examining

struct RuleFileTests {
    @Test func `the shipped words, quantities and titles have no fault`() throws {
        #expect(ExaminingRules.faults(in: try RuleCatalog.load(overlay: nil)).map(\.description) == [])
    }
}
