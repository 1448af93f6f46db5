import Standards

/// A kind of rule whose type is known only to the one who asks for it.
struct AnyRuleKind: Sendable {
    let key: String
    let name: String
    let mayStandBeside: Bool
    let read: @Sendable (RuleMapping, RuleHeader, RuleReader) throws(StandardsError) -> any Sendable

    init<Rule: Sendable>(_ kind: RuleKind<Rule>) {
        key = kind.key
        name = kind.name
        mayStandBeside = kind.standing == .beside
        let read = kind.read
        self.read = { (content, header, reader) throws(StandardsError) in try read(content, header, reader) }
    }
}
