package import Standards

/// Single values, for elements of lists and values of open mappings; `name` is what faults call the place.
extension RuleReader {
    /// A text that is not empty.
    package func text(_ node: RuleNode, name: String) -> String {
        guard let text = node.scalar, !text.isEmpty else {
            refuse(node, .wrongKind(key: name, expected: .text))
            return ""
        }
        return text
    }

    /// A whole number in a range.
    package func integer(_ node: RuleNode, name: String, in range: ClosedRange<Int>) -> Int {
        guard let text = node.scalar, let number = Int(text) else {
            refuse(node, .wrongKind(key: name, expected: .wholeNumber))
            return range.lowerBound
        }
        guard range.contains(number) else {
            refuse(node, .outOfRange(key: name, value: text, range: "\(range.lowerBound)…\(range.upperBound)"))
            return range.lowerBound
        }
        return number
    }

    /// An exact decimal.
    package func decimal(_ node: RuleNode, name: String) -> ExactDecimal {
        guard let text = node.scalar, let number = ExactDecimal(text) else {
            refuse(node, .wrongKind(key: name, expected: .decimal))
            return .zero
        }
        return number
    }

    /// An exact fraction: `3/4`, `0.75` or a whole number.
    package func fraction(_ node: RuleNode, name: String) -> Rational {
        guard let text = node.scalar, let number = Rational(text) else {
            refuse(node, .wrongKind(key: name, expected: .fraction))
            return .zero
        }
        return number
    }

    /// A day, `YYYY-MM-DD`.
    package func date(_ node: RuleNode, name: String) -> CivilDate {
        guard let text = node.scalar, let date = CivilDate(text) else {
            refuse(node, .wrongKind(key: name, expected: .date))
            return .first
        }
        return date
    }

    /// `true` or `false`.
    package func flag(_ node: RuleNode, name: String) -> Bool {
        guard let text = node.scalar, text == "true" || text == "false" else {
            refuse(node, .wrongKind(key: name, expected: .flag))
            return false
        }
        return text == "true"
    }

    /// One word of a closed list; nil, with a fault, for any other.
    package func choice<Choice>(_ node: RuleNode, name: String, as type: Choice.Type) -> Choice?
    where Choice: RawRepresentable & CaseIterable, Choice.RawValue == String {
        guard let text = node.scalar else {
            refuse(node, .wrongKind(key: name, expected: .text))
            return nil
        }
        if let choice = Choice(rawValue: text) { return choice }
        let allowed = Choice.allCases.map(\.rawValue)
        let nearest = NearestName.find(text, among: allowed)
        refuse(node, .notAllowed(key: name, value: text, nearest: nearest, allowed: allowed))
        return nil
    }

    /// The elements of a list.
    package func list(_ node: RuleNode, name: String) -> [RuleNode] {
        guard case .list(let nodes) = node.content else {
            refuse(node, .wrongKind(key: name, expected: .list))
            return []
        }
        return nodes
    }
}
