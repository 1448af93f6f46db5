/// A document on its way: what people wrote, what sections confirm, what can be done next, and the text as it is now.
package struct DraftPage: Sendable {
    package let frame: PageFrame
    package let title: String
    package let subtitle: String
    package let action: String
    package let token: String
    /// The last record of the draft on screen.
    package let lastText: String
    package let stages: [Stage]
    package let deadlines: [Deadline]
    /// What stands in the way of the next stage; empty for nothing.
    package let hindrances: [String]
    /// Why the last deed was refused; nil for none.
    package let error: String?
    /// Said to who has no account: they may only look.
    package let readOnlyText: String?
    package let slots: [Slot]
    package let values: [Value]
    /// Nil where numbers cannot be stated now.
    package let valueForm: ValueForm?
    package let sections: [Section]
    package let identities: [Identity]
    package let deeds: [Deed]
    /// Seals it; nil where the visitor cannot now.
    package let sealLabel: String?
    package let sealHindrance: String?
    package let log: [Entry]
    package let bodyHTML: String
    package let docxHref: String
    package let confirmationHref: String
    package let reportHref: String
    package let sealedHref: String?

    /// A stage of the way.
    package struct Stage: Sendable {
        package let name: String
        package let isCurrent: Bool
        package let isPassed: Bool
    }

    /// A day by which a stage must be done.
    package struct Deadline: Sendable {
        package let text: String
        package let isLate: Bool
    }

    /// A place where somebody writes.
    package struct Slot: Sendable {
        package let id: String
        package let title: String
        package let hint: String
        package let post: String
        package let text: String
        /// The record of the text; 0 for none.
        package let followsText: String
        package let isOptional: Bool
        package let isEditable: Bool
        /// Who wrote it when; nil for nobody.
        package let authors: String?
        package let isMissing: Bool
    }

    /// A number that no record gives.
    package struct Value: Sendable {
        package let name: String
        package let valueText: String
        package let home: String
        package let source: String
        package let person: String
        package let isRemovable: Bool
    }

    /// The form that states one.
    package struct ValueForm: Sendable {
        package let hint: String
    }

    /// The figures that a section answers for.
    package struct Section: Sendable {
        package let role: String
        package let title: String
        package let standing: String
        package let tone: String
        /// Who should have answered by when; nil while it is not late.
        package let lateText: String?
        package let lines: [Line]
        package let canProvide: Bool
        package let canReview: Bool
        package let canDispute: Bool
        package let hasForm: Bool
    }

    /// One figure.
    package struct Line: Sendable {
        package let title: String
        package let value: String
        package let href: String
        package let standing: String
        package let tone: String
        package let provided: String
        package let reviewed: String
        /// What the form sends back of it.
        package let fieldName: String
        /// Why it is disputed; nil otherwise.
        package let disputeText: String?
    }

    /// A relation between figures.
    package struct Identity: Sendable {
        package let title: String
        package let text: String
        package let standing: String
        package let tone: String
    }

    /// Something that the visitor may do now.
    package struct Deed: Sendable {
        package let name: String
        package let posts: String
        package let fields: [Field]
    }

    /// A field of its form.
    package struct Field: Sendable {
        package let name: String
        package let label: String
        package let inputType: String
        package let isRequired: Bool
        package let isChoice: Bool
        package let isLong: Bool
        package let choices: [String]
        package let value: String
    }

    /// What was done.
    package struct Entry: Sendable {
        package let time: String
        package let person: String
        package let words: String
        package let details: String?
        package let recordHref: String
    }
}
