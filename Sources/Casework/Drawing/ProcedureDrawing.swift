import Catalog

/// A procedure as a diagram, in the text forms of two drawing programs.
package struct ProcedureDrawing: Sendable {
    private let procedure: Procedure
    private let names: [String: String]

    /// A drawing of a procedure in one version.
    package init(_ procedure: Procedure) {
        self.procedure = procedure
        names = Dictionary(
            procedure.states.enumerated().map { ($0.element.name, "s\($0.offset)") },
            uniquingKeysWith: { first, _ in first }
        )
    }

    /// A flowchart for Mermaid.
    package var mermaid: String {
        var lines = ["---", "title: \(procedure.id) \(procedure.header.title)", "---", "flowchart TD"]
        for state in procedure.states {
            let text = Self.quoted(state.name)
            lines.append("    \(node(state.name))" + (state.isEnd ? "([\(text)])" : "[\(text)]"))
        }
        for edge in edges {
            let arrow = edge.isBack ? "-.->" : "-->"
            lines.append("    \(edge.from) \(arrow)|\(Self.quoted(edge.texts, by: "<br/>"))| \(edge.to)")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// A directed graph for graphviz.
    package var dot: String {
        var lines = [
            "digraph \"\(procedure.id)\" {", "    graph [rankdir=TB, label=\(Self.quoted(title)), labelloc=t];",
            "    node [shape=box, style=rounded];",
        ]
        for state in procedure.states {
            let shape = state.isEnd ? ", peripheries=2" : ""
            let start = state.name == procedure.initial ? ", penwidth=2" : ""
            lines.append("    \(node(state.name)) [label=\(Self.quoted(state.name))\(shape)\(start)];")
        }
        for edge in edges {
            let style = edge.isBack ? ", style=dashed" : ""
            lines.append("    \(edge.from) -> \(edge.to) [label=\(Self.quoted(edge.texts, by: "\\n"))\(style)];")
        }
        return lines.joined(separator: "\n") + "\n}\n"
    }

    private var title: String { "\(procedure.id) \(procedure.header.title)（\(procedure.version)起）" }

    private struct Edge {
        let from: String
        let to: String
        let texts: [String]
        let isBack: Bool
    }

    /// One arrow an action and state from which it may be taken, with the deadlines it ends; acts that leave a state as it is share one.
    private var edges: [Edge] {
        let moves = procedure.actions.flatMap { action in
            action.from.filter { $0 != action.to }.map {
                Edge(from: node($0), to: node(action.to), texts: [text(of: action)], isBack: action.isBack)
            }
        }
        let stays = procedure.states.compactMap { state -> Edge? in
            let texts = procedure.actions(from: state.name).filter { $0.to == state.name }.map(text(of:))
            return texts.isEmpty
                ? nil : Edge(from: node(state.name), to: node(state.name), texts: texts, isBack: false)
        }
        return moves + stays
    }

    private func text(of action: ProcedureAction) -> String {
        let ended = action.clocks.compactMap { change -> String? in
            guard case .stop(let name) = change, let clock = procedure.clock(name), clock.kind == .limit else {
                return nil
            }
            return clock.length.title
        }
        return action.name + (ended.isEmpty ? "" : "（\(ended.joined(separator: "、"))）")
    }

    private func node(_ state: String) -> String { names[state] ?? "s" }

    /// Quotes would end the text in both forms.
    private static func quoted(_ text: String) -> String { quoted([text], by: "") }

    private static func quoted(_ lines: [String], by lineEnd: String) -> String {
        let safe = lines.map { $0.replacing("\\", with: "＼").replacing("\"", with: "”") }
        return "\"" + safe.joined(separator: lineEnd) + "\""
    }
}
