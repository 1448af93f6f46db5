import Standards
import Testing

@testable import Casework

/// Every step of every procedure is taken, and refused from every state that does not allow it.
struct EveryEdgeTests {
    private static let attempts = 3_000

    @Test func `every step of every procedure can be taken, and none from elsewhere`() throws {
        var steps = 0
        for procedure in try ShippedRules.procedures.get().procedures {
            var open = Set(procedure.actions.map(\.name))
            var random = SeededNumbers(seed: 7)
            for _ in 0..<Self.attempts where !open.isEmpty {
                try Self.wander(procedure, &open, &random)
            }
            #expect(open.isEmpty, "\(procedure.id): \(open.sorted())")
            steps += procedure.actions.count
        }
        print("every edge: \(steps) steps of 48 procedures taken")
        #expect(steps > 370)
    }

    /// A walk of some steps from the opening, with facts and confirmations as chance has them.
    private static func wander(
        _ procedure: Procedure, _ open: inout Set<String>, _ random: inout SeededNumbers
    ) throws {
        var walk = try Walk(procedure.id, on: "2026-08-17")
        for _ in 0..<(2 * procedure.states.count + 6) {
            let matter = try walk.matter
            let choices = matter.procedure.actions(from: matter.state).filter { action in
                // What has not been taken yet goes first.
                open.contains(action.name) || !random.once(in: 3)
            }
            guard !choices.isEmpty else { return }
            let action = random.pick(choices)
            for other in procedure.actions where !other.from.contains(matter.state) && random.once(in: 20) {
                let code = try walk.refusal(other.name)?.code
                #expect(code == .wrongState || code == .over, "\(procedure.id) \(other.name)")
            }
            if try take(action, &walk, &random) { open.remove(action.name) }
        }
    }

    private static func take(
        _ action: ProcedureAction, _ walk: inout Walk, _ random: inout SeededNumbers
    ) throws -> Bool {
        for role in action.countersigners {
            let signer = MatterActor(person: "会签\(role)", roles: [role], unit: "科室")
            try walk.attempt(.signed(action: action.name, agrees: true, words: "同意"), by: signer)
        }
        let flag = random.once(in: 2)
        let confirms = random.once(in: 2)
        for _ in 0..<3 {
            do {
                try walk.take(action.name) { step in
                    for (name, value) in step.facts { if case .flag = value { step.facts[name] = .flag(flag) } }
                    for case .checked(_, _, let unless?) in action.guards where confirms {
                        step.confirmations[unless.name] = Walk.confirmation(unless)
                    }
                }
                return true
            } catch let refusal as MatterRefusal {
                guard let day = refusal.possibleFrom, day > walk.now.beijingDate else { return false }
                walk.now = Instant(beijing: day, hour: 10)
            }
        }
        return false
    }
}
