import Casework

/// One field of a form made from rules: facts of steps, elements of papers.
package struct FormInput: Sendable {
    package let name: String
    package let label: String
    /// What to write; nil where the label says enough.
    package let hint: String?
    /// Where the value comes from; nil where a person wrote it.
    package let origin: String?
    package let value: String
    package let isRequired: Bool
    package let isLine: Bool
    package let isLong: Bool
    package let isDate: Bool
    package let isMoment: Bool
    package let isMoney: Bool
    package let isChoice: Bool
    /// Whether several may be chosen.
    package let isChoices: Bool
    package let options: [ReviewForm.Choice]

    /// How a field is filled in.
    enum Kind: Hashable {
        case line, long, date, moment, money
        case choice([String])
        case choices([String])
    }

    init(
        _ name: String, _ label: String, _ kind: Kind, value: String, isRequired: Bool, hint: String? = nil,
        origin: String? = nil
    ) {
        self.name = name
        self.label = label
        self.hint = hint
        self.origin = origin
        self.value = value
        self.isRequired = isRequired
        isLine = kind == .line
        isLong = kind == .long
        isDate = kind == .date
        isMoment = kind == .moment
        isMoney = kind == .money
        if case .choice = kind { isChoice = true } else { isChoice = false }
        if case .choices = kind { isChoices = true } else { isChoices = false }
        options =
            switch kind {
            case .choice(let words):
                [ReviewForm.Choice(value: "", label: "（请选择）", isChosen: value.isEmpty)]
                    + words.map { ReviewForm.Choice(value: $0, label: $0, isChosen: $0 == value) }
            case .choices(let words):
                words.map { word in
                    ReviewForm.Choice(
                        value: word, label: word, isChosen: FactKind.words(of: value).contains(word))
                }
            case .line, .long, .date, .moment, .money: []
            }
    }
}
