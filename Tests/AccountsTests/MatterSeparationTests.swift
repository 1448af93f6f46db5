import Accounts
import Catalog
import Standards
import TestKit
import Testing

/// Investigator ≠ reviewer ≠ hearing host ≠ voter, in one matter.
struct MatterSeparationTests {
    private let rule: MatterSeparation

    init() throws {
        let rules = try AccountRules(TestAccounts.catalog, on: try #require(CivilDate("2026-11-21")))
        rule = try #require(rules.separation)
    }

    /// The small world of all pairs of parts.
    private static let pairs = MatterPart.allCases.flatMap { done in MatterPart.allCases.map { (done, $0) } }

    @Test(arguments: pairs)
    func `who did one part may do that part again, and no other`(done: MatterPart, wanted: MatterPart) {
        let conflict = rule.conflict(taking: wanted, by: ["甲"], after: [done: ["甲", "乙"]])
        if done == wanted {
            #expect(conflict == nil)
        } else {
            #expect(conflict?.person == "甲" && conflict?.done == done && conflict?.wanted == wanted)
            #expect(conflict?.ground.isEmpty == false)
        }
        #expect(rule.conflict(taking: wanted, by: ["丙"], after: [done: ["甲", "乙"]]) == nil)
    }

    @Test func `who stands in counts as both: neither may have done the other part`() {
        let taken: [MatterPart: Set<String>] = [.investigator: ["甲", "乙"], .reviewer: ["丙"]]
        // 丁 stands in for 甲, who investigated.
        #expect(rule.conflict(taking: .hearingHost, by: ["丁", "甲"], after: taken)?.person == "甲")
        // 乙 investigated and stands in for 戊.
        #expect(rule.conflict(taking: .voter, by: ["乙", "戊"], after: taken)?.person == "乙")
        #expect(rule.conflict(taking: .voter, by: ["丁", "戊"], after: taken) == nil)
    }

    @Test func `a refusal says who did what, and on what ground another one must do this`() throws {
        let conflict = try #require(
            rule.conflict(taking: .hearingHost, by: ["p1"], after: [.investigator: ["p1"]]))
        let text = conflict.message(naming: "甲")
        for word in ["甲", "调查人员", "听证主持人", "第六十四条", "另一个人"] { #expect(text.contains(word)) }
    }

    @Test func `a bureau that names no pair keeps nobody apart, and nothing is asked beyond the pairs named`() {
        #expect(MatterSeparation([]).conflict(taking: .voter, by: ["甲"], after: [.investigator: ["甲"]]) == nil)
    }
}
