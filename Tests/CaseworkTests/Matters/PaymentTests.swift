import Catalog
import Law
import Standards
import Testing

@testable import Casework

/// What is owed of a fine follows from its payments, its deadline, and the time of review and suit.
struct PaymentTests {
    private let rules: ExecutionRules

    init() throws {
        rules = try ExecutionRules(try ShippedRules.catalog.get(), on: try day("2026-11-27"))
    }

    /// A decision of 100,000 yuan served on 1 September 2026.
    private func walk() throws -> Walk {
        var walk = try Walk("ENFORCE", on: "2026-09-01")
        try walk.take("开具缴款通知") { $0.facts["罚款数额"] = .money(10_000_000) }
        return walk
    }

    private func pay(_ walk: inout Walk, _ step: String, yuan: Int64) throws {
        let today = walk.now.beijingDate
        try walk.take(step) { step in
            step.facts["缴款金额"] = .money(yuan * 100)
            step.facts["到账日"] = .date(today)
        }
    }

    private func standing(_ walk: Walk, on text: String) throws -> PaymentStanding {
        try #require(try walk.matter.payment(on: day(text), by: rules))
    }

    @Test("A fine is paid up only when its payments together reach it, and the refusal says what is left")
    func paidUp() throws {
        var walk = try walk()
        try pay(&walk, "缴纳部分罚款", yuan: 40_000)
        let refusal = try walk.refusal("缴纳罚款") { $0.facts["缴款金额"] = .money(5_999_999) }
        #expect(refusal?.code == .factWrong)
        #expect(refusal?.details == ["罚款10万元，连同本次共缴99999.99元，尚欠0.01元"])
        try pay(&walk, "缴纳罚款", yuan: 60_000)
        #expect(try walk.state == "已履行")
        #expect(try standing(walk, on: "2026-12-31").unpaid == .zero)
        #expect(try standing(walk, on: "2026-12-31").late == nil)
    }

    @Test(
        "Three per cent a day from the day after the deadline, of what is unpaid, not while a review goes on, never above the fine"
    )
    func late() throws {
        var walk = try walk()
        try walk.wait(until: "2026-09-17")
        let due = try #require(try walk.matter.clock("缴款期限")).deadline.day
        #expect(due.description == "2026-09-16")
        try walk.take("逾期加处罚款") { $0.clockDays["加处罚款期间"] = due }
        #expect(try standing(walk, on: "2026-09-17").late?.amount == Money(yuan: 3_000))
        try pay(&walk, "逾期后缴纳部分", yuan: 50_000)
        // One day of the whole would be 3,000; from the day of the payment on only half of it is late.
        #expect(try standing(walk, on: "2026-09-26").late?.amount == Money(yuan: 15_000))
        let captain = MatterActor(person: "队长", roles: ["enforcement-captain"], unit: "执法大队")
        try walk.wait(until: "2026-09-27")
        try walk.attempt(.paused(clock: "加处罚款期间", ground: "行政复议", from: day("2026-09-27")), by: captain)
        try walk.wait(until: "2026-11-20")
        let resting = try standing(walk, on: "2026-11-20")
        #expect(resting.late?.amount == Money(yuan: 15_000))
        #expect(resting.stoppedFor == ["行政复议"])
        try walk.attempt(.resumed(clock: "加处罚款期间", ground: "行政复议", on: day("2026-11-20")), by: captain)
        #expect(try standing(walk, on: "2026-11-21").late?.amount == Money(yuan: 16_500))
        #expect(try standing(walk, on: "2027-12-31").late?.amount == Money(yuan: 100_000))
        #expect(try standing(walk, on: "2027-12-31").late?.isGreatest == true)
    }

    @Test("A payment taken back is not paid, and one that lies ahead is refused")
    func takenBack() throws {
        var walk = try walk()
        let ahead = try walk.refusal("缴纳部分罚款") { $0.facts["到账日"] = .date(try day("2026-09-02")) }
        #expect(ahead?.code == .factWrong)
        try pay(&walk, "缴纳罚款", yuan: 100_000)
        #expect(try walk.matter.payments.count == 1)
        let payer = MatterActor(person: "缴纳罚款办理人", roles: ["enforcement"], unit: "科室")
        try walk.attempt(.withdrawn(reason: "票据登错"), by: payer)
        #expect(try walk.matter.payments.isEmpty)
    }
}
