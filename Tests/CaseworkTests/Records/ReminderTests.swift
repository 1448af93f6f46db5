import Records
import Standards
import Storage
import TestKit
import Testing

@testable import Casework

/// A deadline warns once at every step of its ladder, whoever was away meanwhile.
struct ReminderTests {
    private func given(_ fixture: CaseworkFixture) async throws -> [GivenReminder] {
        try await fixture.bureau.book.database.read { try ReminderStore.reminders(limit: 100, in: $0) }
    }

    private func words(_ fixture: CaseworkFixture) async throws -> [String] {
        try await given(fixture).reversed().map { "\($0.reminder.key.clock)：\($0.reminder.key.step)" }
    }

    @Test("Each step of the ladder is told once, and not again by the next look or a process that began anew")
    func onceEach() async throws {
        let fixture = try await CaseworkFixture()
        _ = try await fixture.open()
        let round = ReminderRound(fixture.bureau.book)
        #expect(try await round.run() == 0)
        // 立案期限 of 15 days from 1 September: half of it is left from 9 September on.
        try fixture.wait(until: "2026-09-09")
        #expect(try await round.run() == 1)
        #expect(try await round.run() == 0)
        #expect(try await ReminderRound(fixture.bureau.book).run() == 0)
        try fixture.wait(until: "2026-09-14")
        #expect(try await round.run() == 1)
        #expect(try await words(fixture) == ["立案期限：提示", "立案期限：预警"])
    }

    @Test("What fell due while no process ran is told by the next one, every step of it")
    func caughtUp() async throws {
        let fixture = try await CaseworkFixture()
        _ = try await fixture.open()
        try fixture.wait(until: "2026-10-15")
        #expect(try await ReminderRound(fixture.bureau.book).run() == 4)
        let steps = Set(try await given(fixture).map(\.reminder.key.step))
        #expect(steps == ["提示", "预警", "催办", "督办"])
    }

    @Test("An extension makes the clock warn anew; what was done in time warns no more")
    func extended() async throws {
        let fixture = try await CaseworkFixture()
        let id = try await fixture.open()
        try fixture.wait(until: "2026-09-09")
        #expect(try await ReminderRound(fixture.bureau.book).run() == 1)
        try await fixture.act(.extended(clock: "立案期限", reason: "案情复杂"), of: id, by: "boss")
        // 30 days in all, of which the last falls into the holidays and moves on to 8 October.
        #expect(try await ReminderRound(fixture.bureau.book).run() == 0)
        try fixture.wait(until: "2026-09-23")
        #expect(try await ReminderRound(fixture.bureau.book).run() == 1)
        #expect(try await given(fixture).map(\.reminder.key.extensions) == [1, 0])
        try await fixture.take("立案", of: id, by: "boss")
        try fixture.wait(until: "2026-10-15")
        let before = try await given(fixture).count
        #expect(try await ReminderRound(fixture.bureau.book).run() == 0)
        #expect(try await given(fixture).count == before)
    }

    @Test("A clock that rests reminds nobody, and does not repeat itself when it goes on")
    func resting() async throws {
        let fixture = try await CaseworkFixture()
        let id = try await fixture.open()
        try await fixture.take("立案", of: id, by: "boss")
        try await fixture.take("调查取证", of: id, by: "first")
        try fixture.wait(until: "2026-10-20")
        #expect(try await ReminderRound(fixture.bureau.book).run() == 1)
        try await fixture.take("中止调查", of: id, by: "boss")
        try fixture.wait(until: "2027-03-01")
        #expect(try await ReminderRound(fixture.bureau.book).run() == 0)
        try await fixture.take("恢复调查", of: id, by: "boss")
        #expect(try await ReminderRound(fixture.bureau.book).run() == 0)
    }

    @Test("Two processes that find the same reminder give it once")
    func together() async throws {
        let fixture = try await CaseworkFixture()
        for number in 1...8 { _ = try await fixture.open("某厂\(number)号案") }
        try fixture.wait(until: "2026-09-09")
        let book = fixture.bureau.book
        async let first = ReminderRound(book).run()
        async let second = ReminderRound(book).run()
        _ = try await (first, second)
        #expect(try await given(fixture).count == 8)
        #expect(Set(try await given(fixture).map(\.matter)).count == 8)
    }

    @Test("A reminder that is not due, or was given, is refused, and a rebuild makes the same table")
    func refused() async throws {
        let fixture = try await CaseworkFixture()
        let id = try await fixture.open()
        let early = Reminder(
            key: Reminder.Key(clock: "立案期限", entry: 1, extensions: 0, step: "提示"),
            deadline: try day("2026-09-16"), moment: nil, isProvisional: false, recipients: ["承办人"])
        let book = fixture.bureau.book
        let unduly = try await fixture.refusal { try await book.record(ReminderActions.give([early], of: id)) }
        #expect((unduly as? RecordsError)?.code == .invalid)
        try fixture.wait(until: "2026-09-09")
        try await ReminderRound(book).run()
        let due = try await given(fixture).map(\.reminder)
        let twice = try await fixture.refusal { try await book.record(ReminderActions.give(due, of: id)) }
        #expect((twice as? RecordsError)?.code == .superseded)
        try await fixture.expectRebuildsAlike()
    }
}
