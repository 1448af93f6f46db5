import Standards

/// From a value to the words of a document.
enum FigurePrint {
    /// What is printed, without unit except in changes, where it belongs to the word.
    static func text(
        _ definition: FigureDefinition, exact: Rational?, rounded: ExactDecimal?, inputs: [FigureInput]
    ) -> String {
        guard let exact else { return definition.missing }
        switch definition.style {
        case .number: return rounded?.description ?? exact.description
        case .words: return definition.words[exact.description] ?? definition.missing
        case .labels:
            let labels = inputs.filter { $0.value == exact }.map(\.label)
            return labels.isEmpty ? definition.missing : labels.joined(separator: "、")
        case .list: return list(definition, inputs)
        case .values: return values(definition, inputs)
        case .change: return change(definition, rounded ?? .zero)
        }
    }

    private static func values(_ definition: FigureDefinition, _ inputs: [FigureInput]) -> String {
        if inputs.isEmpty { return definition.missing }
        return inputs.map { input in
            input.value?.exactDecimal.map { "\(input.label)（\($0)）" } ?? "\(input.label)（无值）"
        }.joined(separator: "、")
    }

    private static func list(_ definition: FigureDefinition, _ inputs: [FigureInput]) -> String {
        if inputs.isEmpty { return definition.missing }
        return inputs.map { input in
            guard let value = input.value, let decimals = definition.decimals,
                let rounded = try? value.rounded(decimals: decimals)
            else { return input.label }
            return "\(input.label)（\(rounded)）"
        }.joined(separator: "、")
    }

    private static func change(_ definition: FigureDefinition, _ value: ExactDecimal) -> String {
        if value.isZero { return definition.words["same"] ?? "持平" }
        let magnitude = value.isNegative ? String(value.description.dropFirst()) : value.description
        let word = definition.words[value.isNegative ? "down" : "up"] ?? (value.isNegative ? "下降" : "上升")
        return word + magnitude + definition.unit
    }
}
