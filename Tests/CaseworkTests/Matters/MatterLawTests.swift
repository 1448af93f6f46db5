import Standards
import Testing

@testable import Casework

/// Laws that hold for every history, tried on seeded ones.
struct MatterLawTests {
    private static let captain = MatterActor(person: "大队长", roles: ["enforcement-captain", "director"], unit: "局")

    /// A history of some steps of a procedure, with days between them.
    private static func history(_ id: String, seed: Int) throws -> Walk {
        var random = SeededNumbers(seed: UInt64(seed))
        var walk = try Walk(id, on: "2026-\(["08-17", "09-14", "10-12", "11-30"][seed % 4])")
        for _ in 0..<(2 + random.below(8)) {
            walk.wait(days: random.below(9))
            let matter = try walk.matter
            let offers = matter.offers.filter { $0.obstacle == nil }
            guard !offers.isEmpty else { return walk }
            let action = random.pick(offers).action
            do {
                try walk.take(action.name)
            } catch let refusal as MatterRefusal {
                // Not every step is possible on every day; those that are make the history.
                #expect(!refusal.message.isEmpty)
            }
        }
        return walk
    }

    private static func every(_ slice: Int, _ body: (Walk) throws -> Void) throws {
        for (index, procedure) in try ShippedRules.procedures.get().procedures.enumerated() {
            for seed in 0..<slice { try body(history(procedure.id, seed: 100 * index + seed)) }
        }
    }

    /// What is left of a period after a day, without days off that its end rolled over.
    private static func remaining(_ deadline: Deadline, _ unit: PeriodUnit, after day: CivilDate) -> Int {
        guard unit == .working else { return day.days(until: deadline.day) - deadline.skipped.count }
        return (try? ShippedRules.calendar.get())?.workdays(after: day, through: deadline.day) ?? -1
    }

    @Test func `the state is a function of the history alone, whenever one looks`() throws {
        try Self.every(4) { walk in
            let matter = try walk.matter
            for days in [1, 40, 400] {
                let later = try walk.engine.matter(walk.history, now: walk.now.adding(seconds: days * 86_400))
                #expect(later.state == matter.state)
                #expect(later.path == matter.path)
                #expect(later.steps == matter.steps)
                #expect(later.clocks.map(\.run) == matter.clocks.map(\.run))
            }
            // Every beginning of a history is a history, and numbers run without gaps.
            #expect(walk.history.map(\.number) == Array(1...walk.history.count))
            for count in 1...walk.history.count {
                _ = try walk.engine.matter(Array(walk.history.prefix(count)), now: walk.now)
            }
        }
    }

    @Test func `as time goes on a clock only climbs its ladder and what is left only falls`() throws {
        try Self.every(3) { walk in
            var before: [Int: (rank: Int, left: Int)] = [:]
            for days in stride(from: 0, through: 300, by: 6) {
                let matter = try walk.engine.matter(walk.history, now: walk.now.adding(seconds: days * 86_400))
                let ladder = try #require(walk.engine.book.ladders[matter.procedure.ladder])
                for (index, clock) in matter.clocks.enumerated() where clock.status == .running {
                    let rank = clock.step.flatMap(ladder.steps.firstIndex(of:)) ?? -1
                    if let last = before[index] {
                        #expect(rank >= last.rank && clock.left <= last.left, "\(matter.procedure.id) \(days)")
                    }
                    before[index] = (rank, clock.left)
                }
            }
        }
    }

    @Test func `resting never shortens what is left, and an extension never does`() throws {
        var rests = 0
        try Self.every(16) { walk in
            let matter = try walk.matter
            for clock in matter.clocks where clock.run.stopped == nil {
                let name = clock.run.terms.name
                guard let ground = clock.run.terms.pauses.first?.ground, clock.run.openGrounds.isEmpty else { continue }
                var resting = walk
                let today = walk.now.beijingDate
                guard resting.refusal(.paused(clock: name, ground: ground, from: today), by: Self.captain) == nil
                else { continue }
                try resting.attempt(.paused(clock: name, ground: ground, from: today), by: Self.captain)
                resting.wait(days: 11)
                try resting.attempt(
                    .resumed(clock: name, ground: ground, on: resting.now.beijingDate), by: Self.captain)
                let after = try #require(
                    try resting.matter.clocks.first { $0.run.entry == clock.run.entry && $0.run.terms.name == name })
                #expect(after.deadline.day >= clock.deadline.day)
                // What was left when it was paused is left when it goes on: neither more nor less.
                let unit = clock.run.length.unit
                #expect(
                    Self.remaining(after.deadline, unit, after: resting.now.beijingDate)
                        == Self.remaining(clock.deadline, unit, after: today), "\(matter.procedure.id) \(name)")
                rests += 1
                for _ in clock.run.terms.extensions.dropFirst(clock.run.extensions.count) {
                    let old = try #require(try resting.matter.clock(name)).deadline
                    try resting.attempt(.extended(clock: name, reason: "案情复杂"), by: Self.captain)
                    #expect(try #require(try resting.matter.clock(name)).deadline.day > old.day)
                }
            }
        }
        #expect(rests > 10)
        print("laws of matters: \(rests) rests")
    }

    @Test func `sending back moves no deadline, whatever the procedure`() throws {
        var count = 0
        try Self.every(5) { walk in
            let matter = try walk.matter
            guard !matter.isOver, let state = matter.path.dropLast().first else { return }
            let roles = matter.procedure.actions(from: matter.state).flatMap(\.roles)
            var back = walk
            let actor = MatterActor(person: "退回人", roles: roles, unit: "科室")
            try back.attempt(.sentBack(to: state, reason: "材料不全"), by: actor)
            let after = try back.matter
            #expect(after.state == state)
            for (old, new) in zip(matter.clocks, after.clocks) {
                #expect(new.run.countsFrom == old.run.countsFrom)
                if old.run.stopped == nil { #expect(new.deadline == old.deadline) }
            }
            #expect(after.clocks.count == matter.clocks.count)
            count += 1
        }
        #expect(count > 60)
        print("laws of matters: \(count) sendings back")
    }
}
