import Documents

/// One part of the server on 运行状态.
package struct HealthPart: Sendable {
    /// How it stands. Only `bad` makes the machine's answer 503.
    enum Level: Sendable, Comparable {
        case good, attention, bad

        /// Said with a sign of its own, so that it is told without colour.
        var text: String {
            switch self {
            case .good: "● 正常"
            case .attention: "注意"
            case .bad: "■ 故障"
            }
        }

        var tone: String {
            switch self {
            case .good: "better"
            case .attention: "warn"
            case .bad: "worse bad"
            }
        }
    }

    /// A small line with its meaning.
    package struct Spark: Sendable {
        package let caption: String
        /// Complete `<svg>` element made here.
        package let svg: String
    }

    /// A name for machines: gateway, packet-log …
    package let id: String
    package let title: String
    let level: Level
    package let stateText: String
    package let stateTone: String
    /// What is wrong and how to mend it; empty when nothing is.
    package let troubles: [String]
    package let facts: [LabelledText]
    package let sparks: [Spark]

    /// - Parameter troubles: each with how bad it is.
    init(
        _ id: String, _ title: String, facts: [(String, String)], troubles: [(level: Level, text: String)] = [],
        sparks: [Sparkline] = []
    ) {
        self.id = id
        self.title = title
        level = troubles.map(\.level).max() ?? .good
        stateText = level.text
        stateTone = level.tone
        self.troubles = troubles.map(\.text)
        self.facts = facts.map { LabelledText(label: $0.0, value: $0.1, href: nil) }
        self.sparks = sparks.map { Spark(caption: "\($0.title)（\($0.unit)）", svg: $0.drawing().svg) }
    }
}
