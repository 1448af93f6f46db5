/// One violation: which law holds for a conduct, what each says, and what the tables of discretion give.
package struct ViolationPage: Sendable {
    package let frame: PageFrame
    package let code: String
    package let title: String
    package let categoryText: String
    package let description: String
    package let note: String?
    /// Where both forms lead.
    package let action: String
    package let dates: [DateField]
    package let flags: [Flag]
    /// Which law holds.
    package let choice: Choice
    package let provisions: [ProvisionCard]
    package let tables: [TableForm]
    /// Said where no table is in force on the day of the decision.
    package let noTableText: String?

    /// A day to be entered.
    package struct DateField: Sendable {
        package let name: String
        package let label: String
        package let value: String
    }

    /// A yes or no.
    package struct Flag: Sendable {
        package let name: String
        package let label: String
        package let isOn: Bool
    }

    /// The law of the case.
    package struct Choice: Sendable {
        package let heading: String
        package let lines: [String]
        /// Whether a person must decide and write why.
        package let needsReason: Bool
        /// Why there is none; nil where there is.
        package let error: String?
        /// E.g. 追责期限至 2028-11-01（2年，依据）.
        package let limitationText: String?
    }

    /// What one law says.
    package struct ProvisionCard: Sendable {
        package let law: String
        package let daysText: String
        /// Whether it holds for the conduct that was entered.
        package let isChosen: Bool
        package let facts: [LabelledText]
        package let tiers: [LabelledText]
        package let notes: [String]
        package let isUnverified: Bool
    }

    /// A table with what was chosen from it.
    package struct TableForm: Sendable {
        package let id: String
        package let title: String
        package let daysText: String
        package let ruleHref: String
        /// The form's other fields, sent along.
        package let hidden: [ReviewForm.Hidden]
        package let selects: [Select]
        /// What the amount is a share of; nil where nothing has to be known.
        package let base: DateField?
        package let result: Result?
        /// Why nothing was computed; nil at first and where it was.
        package let error: String?

        package struct Select: Sendable {
            package let name: String
            package let label: String
            package let options: [ReviewForm.Choice]
        }
    }

    /// What a table gives.
    package struct Result: Sendable {
        package let fineText: String
        /// In the numerals of payment; nil for a range.
        package let formalText: String?
        package let arithmetic: [String]
        package let statutoryText: String
        package let remarks: [String]
    }
}
