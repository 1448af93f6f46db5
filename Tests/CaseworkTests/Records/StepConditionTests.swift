import Accounts
import Records
import Standards
import TestKit
import Testing

@testable import Casework

/// What lies beside the history – papers, findings – is asked inside the transaction that writes a step.
struct StepConditionTests {
    private static let unsigned = StepCondition { question, _, _ in
        guard question.step.action == "立案", !question.isBackfill else { return }
        throw MatterRefusal(.paperUnfinished, question.step.action, details: question.step.papers.sorted())
    }

    @Test("A step that another room holds back is refused with its papers, and nothing is put on record")
    func heldBack() async throws {
        let fixture = try await CaseworkFixture(conditions: [Self.unsigned])
        let id = try await fixture.open()
        let refusal = try await fixture.refusal { _ = try await fixture.take("立案", of: id, by: "boss") }
        let found = try #require(refusal as? MatterRefusal)
        #expect(found.code == .paperUnfinished)
        #expect(found.message == "“立案”所附文书尚未签字盖章回传：案件来源材料、立案审批表；请在办件“文书”一栏办理")
        #expect(try await fixture.row(id).standing.state == "线索")
    }

    @Test("What it does not ask about goes on: other steps, and acts that are no steps")
    func others() async throws {
        let fixture = try await CaseworkFixture(conditions: [Self.unsigned])
        let id = try await fixture.open()
        try await fixture.act(.extended(clock: "立案期限", reason: "案情复杂"), of: id, by: "boss")
        try await fixture.take("不予立案", of: id, by: "boss")
        #expect(try await fixture.row(id).standing.isEnded)
    }
}
