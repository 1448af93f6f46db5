/// 办理: the form of one step.
package struct StepPage: Sendable {
    package let frame: PageFrame
    package let matterTitle: String
    package let matterHref: String
    package let name: String
    package let basis: String
    package let roles: String
    package let effects: [String]
    package let action: String
    package let token: String
    package let follows: String
    /// Why the last attempt was refused.
    package let error: String?
    package let inputs: [FormInput]
    /// Nil where the step names no officers.
    package let officers: [Officer]
    package let papers: [PaperChoice]
    package let confirmations: [Confirmation]
    package let clockDays: [FormInput]
    package let backfillInputs: [FormInput]
    package let isBackfill: Bool

    /// Somebody with a certificate.
    package struct Officer: Sendable {
        package let value: String
        package let label: String
        package let isChosen: Bool
    }

    /// A paper that goes with the step.
    package struct PaperChoice: Sendable {
        package let name: String
        package let isChosen: Bool
        /// 已签, 未签 …; nil for papers without a form.
        package let state: String?
        package let href: String?
        package let isRequired: Bool
    }

    /// What a person confirms.
    package struct Confirmation: Sendable {
        package let name: String
        package let words: String
        package let basis: String
        package let roles: String
        /// Whether the step may do without it, where the program's own check holds.
        package let isOptional: Bool
        package let people: [ReviewForm.Choice]
        package let personField: String
        package let reasonField: String
        package let reason: String
    }
}
