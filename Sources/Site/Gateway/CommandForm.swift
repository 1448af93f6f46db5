/// The form by which a command is asked for.
package struct CommandForm: Sendable {
    package let action: String
    package let hidden: [ReviewForm.Hidden]
    /// Name and number, e.g. 取小时历史数据（CN 2061）.
    package let title: String
    /// What kind it is and what is needed.
    package let needText: String
    package let fields: [Field]
    package let reason: String
    package let basis: String
    /// The fields of a command that changes something on a polluter's device; nil for others.
    package let restriction: Restriction?
    /// Why it cannot be sent at all; nil when it can.
    package let refusal: String?
    /// Why the last attempt was refused; nil at first.
    package let error: String?

    /// A parameter.
    package struct Field: Sendable {
        package let name: String
        package let label: String
        /// Bounds and unit in words.
        package let hint: String
        /// `number`, `datetime-local`, `time` or `text`.
        package let inputType: String
        package let value: String
        package let isRequired: Bool
        /// What can be chosen; empty for a free input.
        package let options: [ReviewForm.Choice]
    }

    /// What is needed besides.
    package struct Restriction: Sendable {
        package let matter: String
        package let noticeOn: String
        package let noticeManner: String
    }
}
