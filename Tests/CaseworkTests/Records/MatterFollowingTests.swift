import Records
import Standards
import Storage
import TestKit
import Testing

@testable import Casework

/// A decision is carried out, an order to correct becomes a daily penalty: matters that follow from one another are found from both.
struct MatterFollowingTests {
    @Test(
        "What follows from a matter is found from it, also after a rebuild, and nothing follows from what there is not")
    func found() async throws {
        let fixture = try await CaseworkFixture()
        let first = try await fixture.open()
        let second = try await fixture.desk.open("ENFORCE", title: "执行", by: CaseworkFixture.actor("captain")) {
            opening in
            opening.follows = first
            opening.facts["罚款数额"] = .money(2_000_000)
        }
        let found = try await fixture.bureau.book.database.read {
            try MatterStore.matters(followingFrom: first, in: $0).map(\.id)
        }
        #expect(found == [second])
        guard case .opened(let opening)? = try await fixture.history(second).first?.entry.act else {
            Issue.record("no opening")
            return
        }
        #expect(opening.follows == first)
        let refusal = try await fixture.refusal {
            _ = try await fixture.desk.open("ENFORCE", title: "执行", by: CaseworkFixture.actor("captain")) {
                $0.follows = MatterID(rawValue: "nowhere")
            }
        }
        #expect((refusal as? RecordsError)?.code == .unknownSubject)
        try await fixture.expectRebuildsAlike()
    }
}
