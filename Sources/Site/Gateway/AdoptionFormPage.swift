/// The form of one device: what it watches, whose it is, how it speaks, what its codes mean. Works without script.
package struct AdoptionFormPage: Sendable {
    package let frame: PageFrame
    package let mn: String
    /// Where the form posts to.
    package let action: String
    /// The word that the form must send back.
    package let token: String
    /// The record of the binding that the form was filled from; 0 for none.
    package let follows: String
    /// What is known of the device: packets, commands, where from.
    package let facts: [LabelledText]
    /// Why the last attempt was refused and how to mend it; nil at first.
    package let error: String?
    package let objects: [Group]
    /// Whether nothing is registered that a device could watch.
    package let hasNoObject: Bool
    package let ownerships: [Choice]
    package let owner: String
    package let dialects: [Choice]
    package let tolerances: [Choice]
    package let isUnanswered: Bool
    package let minutes: String
    package let hours: String
    package let realtimeSeconds: String
    package let acceptedOn: String
    package let filedOn: String
    /// The last day that can be chosen.
    package let today: String
    package let keyID: String
    package let channels: [Channel]
    /// Names of items, for completion.
    package let itemNames: [String]
    /// 登记设备 or 修改登记.
    package let submitText: String
    /// What was recorded before, newest first.
    package let history: [History]

    /// Objects of one kind.
    package struct Group: Sendable {
        package let label: String
        package let choices: [Choice]
    }

    /// Something to choose.
    package struct Choice: Sendable {
        package let value: String
        package let label: String
        package let isChosen: Bool
    }

    /// One code.
    package struct Channel: Sendable {
        package let code: String
        /// Whether the code can be typed: rows added by hand.
        package let isFree: Bool
        /// Chinese name by the standard; what is not known is said.
        package let name: String
        /// Unit of the standard's table.
        package let standardUnit: String
        /// The newest value as sent; empty for none.
        package let lastValue: String
        /// What is known of wrong units; nil for nothing.
        package let unitWarning: String?
        package let item: String
        package let power: String
        package let analyser: String
        package let serial: String
        package let low: String
        package let high: String
        package let unit: String
    }

    /// An earlier binding.
    package struct History: Sendable {
        package let text: String
        package let href: String
    }
}
