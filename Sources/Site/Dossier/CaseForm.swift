/// A form of a case file: what it asks for, in order.
package struct CaseForm: Sendable {
    package let title: String
    package let action: String
    /// `get` only looks, `post` puts on record.
    package let method: String
    /// Whether a file comes along.
    package let isUpload: Bool
    package let isOpen: Bool
    package let hidden: [ReviewForm.Hidden]
    package let inputs: [Input]
    package let buttonText: String
    package let hint: String?

    package struct Input: Sendable {
        package let name: String
        package let label: String
        package let value: String
        /// `text`, `date`, `file`; nil where it is none of them.
        package let kind: String?
        package let isLong: Bool
        package let isFlag: Bool
        package let isOn: Bool
        package let isRequired: Bool
        /// Words to choose from; empty for free text.
        package let options: [ReviewForm.Choice]
    }

    init(
        _ title: String, _ url: SiteURL, method: String = "post", isUpload: Bool = false, isOpen: Bool = false,
        hidden: [(String, String)] = [], _ inputs: [Input], button: String, hint: String? = nil
    ) {
        self.title = title
        action = url.path
        self.method = method
        self.isUpload = isUpload
        self.isOpen = isOpen
        self.hidden = hidden.map { ReviewForm.Hidden(name: $0.0, value: $0.1) }
        self.inputs = inputs
        buttonText = button
        self.hint = hint
    }
}

extension CaseForm.Input {
    private static func input(
        name: String, label: String, value: String, kind: String?, isLong: Bool = false, isFlag: Bool = false,
        isOn: Bool = false, isRequired: Bool = false, options: [ReviewForm.Choice] = []
    ) -> Self {
        Self(
            name: name, label: label, value: value, kind: kind, isLong: isLong, isFlag: isFlag, isOn: isOn,
            isRequired: isRequired, options: options)
    }

    static func line(_ name: String, _ label: String, _ value: String = "", needed: Bool = false) -> Self {
        input(name: name, label: label, value: value, kind: "text", isRequired: needed)
    }

    static func date(_ name: String, _ label: String, _ value: String = "", needed: Bool = false) -> Self {
        input(name: name, label: label, value: value, kind: "date", isRequired: needed)
    }

    static func file(_ name: String, _ label: String, needed: Bool = false) -> Self {
        input(name: name, label: label, value: "", kind: "file", isRequired: needed)
    }

    static func long(_ name: String, _ label: String, _ value: String = "", needed: Bool = false) -> Self {
        input(name: name, label: label, value: value, kind: nil, isLong: true, isRequired: needed)
    }

    static func flag(_ name: String, _ label: String, _ isOn: Bool = false) -> Self {
        input(name: name, label: label, value: "yes", kind: nil, isFlag: true, isOn: isOn)
    }

    /// - Parameter empty: what stands for no choice; nil where one must be made.
    static func choice(
        _ name: String, _ label: String, _ values: [(value: String, label: String)], chosen: String?,
        empty: String? = nil
    ) -> Self {
        let none = empty.map { [ReviewForm.Choice(value: "", label: $0, isChosen: (chosen ?? "").isEmpty)] } ?? []
        return input(
            name: name, label: label, value: "", kind: nil,
            options: none
                + values.map { ReviewForm.Choice(value: $0.value, label: $0.label, isChosen: $0.value == chosen) })
    }
}
