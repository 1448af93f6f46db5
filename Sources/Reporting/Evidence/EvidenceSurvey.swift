package import Records
package import Storage

/// What lies below inputs, counted breadth first down to packets, rows and records.
package struct EvidenceSurvey: Sendable {
    /// What lies below one input.
    private struct Step {
        let inputs: [InputID]
        let evidence: [InputTrace.Evidence]
    }

    /// Inputs are followed so many at a time: enough to be asked for together, few enough to stop soon at the limit.
    private static let portion = 32

    private let steps: [InputID: Step]
    private let roots: [InputID]

    /// Follows inputs level by level, each once.
    ///
    /// - Parameter limit: so many inputs are followed at most, in all levels together.
    /// - Returns: nil when there are more: part of a count would be a wrong one.
    package init?(
        below roots: [InputID], sources: [any FigureSource], in connection: ReadConnection, from archive: Archive,
        limit: Int
    ) throws {
        var steps: [InputID: Step] = [:]
        var seen: Set<InputID> = []
        self.roots = roots.filter { seen.insert($0).inserted }
        var waiting = self.roots
        while !waiting.isEmpty {
            var next: [InputID] = []
            for start in stride(from: 0, to: waiting.count, by: Self.portion) {
                guard seen.count <= limit else { return nil }
                var open = Array(waiting[start..<min(start + Self.portion, waiting.count)])
                for source in sources where !open.isEmpty {
                    var foreign: [InputID] = []
                    for (id, trace) in zip(open, try source.traces(open, in: connection, from: archive)) {
                        guard let trace else {
                            foreign.append(id)
                            continue
                        }
                        steps[id] = Step(inputs: trace.inputs.map(\.id), evidence: trace.evidence)
                        next += trace.inputs.map(\.id).filter { seen.insert($0).inserted }
                    }
                    open = foreign
                }
            }
            waiting = next
        }
        self.steps = steps
    }

    /// What lies below one of the inputs, itself not counted.
    package func counts(below input: InputID) -> BranchCounts { counts(below: [input], isCountingThem: false) }

    /// What all of it comes to, the inputs that were asked for included.
    package var total: BranchCounts { counts(below: roots, isCountingThem: true) }

    private func counts(below inputs: [InputID], isCountingThem: Bool) -> BranchCounts {
        var counts = BranchCounts()
        var seen = Set(inputs)
        var shown: Set<InputTrace.Evidence> = []
        if isCountingThem { for input in inputs { counts.count(input) } }
        var waiting = inputs
        while !waiting.isEmpty {
            var next: [InputID] = []
            for step in waiting.lazy.compactMap({ steps[$0] }) {
                for evidence in step.evidence where shown.insert(evidence).inserted { counts.count(evidence) }
                for input in step.inputs where seen.insert(input).inserted {
                    counts.count(input)
                    next.append(input)
                }
            }
            waiting = next
        }
        return counts
    }
}
