/// 反控命令: what can be asked of a device, what was asked, and what it answered.
package struct CommandPage: Sendable {
    package let frame: PageFrame
    /// Number of the device.
    package let mn: String
    /// Whose it is, how it is connected, what it speaks.
    package let facts: [LabelledText]
    /// What may be asked without more, and what not, in a sentence.
    package let ruleText: String
    /// The rule file behind it.
    package let ruleHref: String
    /// Commands by kind.
    package let groups: [Group]
    /// The form of the command chosen; nil when none is.
    package let form: CommandForm?
    /// What was asked, the newest first.
    package let rows: [Row]
    /// What the gateway asks by itself.
    package let automatic: Automatic
    /// Why the last attempt from the list was refused; nil at first.
    package let refusal: String?

    /// Commands of one kind.
    package struct Group: Sendable {
        package let title: String
        package let choices: [Choice]
    }

    /// One command to choose.
    package struct Choice: Sendable {
        package let label: String
        package let href: String
        package let isChosen: Bool
    }

    /// One command that was asked for.
    package struct Row: Sendable {
        package let title: String
        /// Parameters in words; empty for none.
        package let parameters: String
        package let reason: String
        package let who: String
        package let requestedText: String
        package let stageText: String
        /// `better`, `warn`, `worse` or `plain`.
        package let stageTone: String
        /// How it ended, and what the device told.
        package let result: String
        /// Packets and record.
        package let links: [TextLink]
        /// What can be done with it now; nil when nothing.
        package let pending: Pending?
    }

    /// Withdrawing or confirming a command.
    package struct Pending: Sendable {
        package let action: String
        package let hidden: [ReviewForm.Hidden]
        /// True where a second person has to confirm it.
        package let needsConfirmation: Bool
    }

    /// What the gateway asks by itself.
    package struct Automatic: Sendable {
        package let action: String
        package let hidden: [ReviewForm.Hidden]
        package let switches: [Switch]
    }

    package struct Switch: Sendable {
        package let name: String
        package let label: String
        package let isOn: Bool
    }
}
