import Testing

@testable import Casework

/// Diagrams of procedures: every state once, every step from every state that allows it.
struct ProcedureDrawingTests {
    @Test func `a drawing has every state once and an arrow for every step`() throws {
        for procedure in try ShippedRules.procedures.get().procedures {
            let drawing = ProcedureDrawing(procedure)
            let moves = procedure.actions.flatMap { action in action.from.filter { $0 != action.to } }.count
            let stays = Set(procedure.actions.filter { $0.from.contains($0.to) }.map(\.to)).count
            let arrows = moves + stays
            for action in procedure.actions { #expect(drawing.dot.contains(action.name), "\(action.name)") }
            let dot = drawing.dot.split(separator: "\n")
            #expect(dot.count { $0.contains(" -> ") } == arrows, "\(procedure.id)")
            #expect(dot.count { $0.hasPrefix("    s") && !$0.contains(" -> ") } == procedure.states.count)
            let mermaid = drawing.mermaid.split(separator: "\n")
            #expect(mermaid.count { $0.contains("->|") } == arrows)
            #expect(mermaid.count == 4 + procedure.states.count + arrows)
        }
    }

    @Test func `steps that lead back are dashed, ends are doubled, deadlines stand at the steps that end them`() throws
    {
        let procedure = try ShippedRules.procedures.get().procedure("PEN-GENERAL", on: day("2026-11-22"))
        let drawing = ProcedureDrawing(procedure)
        #expect(drawing.dot.contains("[label=\"审核退回补正\", style=dashed]"))
        #expect(drawing.dot.contains("[label=\"结案\", peripheries=2]"))
        #expect(drawing.mermaid.contains("|\"作出处罚决定（90日）\"|"))
    }
}
