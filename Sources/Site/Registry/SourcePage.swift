/// The file of one source: what it is, where every field comes from, what belongs to it, what was done.
package struct SourcePage: Sendable {
    package let frame: PageFrame
    package let name: String
    package let kindTitle: String
    /// 在册, 已注销, 已并入…, 导入已撤销.
    package let stateText: String
    package let isActive: Bool
    package let identity: [LabelledText]
    /// The record as of which it is shown; nil for the present.
    package let past: Past?
    package let conflicts: [Conflict]
    package let groups: [Group]
    /// Fields that hold nothing, by their titles.
    package let emptyText: String?
    package let relations: [Relation]
    package let attachments: [Attachment]
    /// The form that attaches a file; nil for who may not.
    package let attaching: Attaching?
    package let events: [Event]
    /// Forms that change it; nil where it cannot be changed here.
    package let actions: Actions?
    /// The form that takes its merger back; nil for what was not merged and for who may not.
    package let separation: Actions?
    /// Why it cannot be changed here; nil where it can.
    package let lockedReason: String?

    /// A past state that is shown.
    package struct Past: Sendable {
        package let text: String
        package let presentHref: String
    }

    package struct Group: Sendable {
        package let title: String
        package let fields: [Field]
    }

    /// One field that holds something.
    package struct Field: Sendable {
        package let label: String
        package let value: String
        /// Where the value leads; nil for plain text.
        package let href: String?
        /// E.g. 文件导入 2026-11-27.
        package let originText: String
        package let recordHref: String
        package let historyHref: String
        /// Whether two origins differ about it.
        package let isContested: Bool
        /// Why its code cannot be right; nil where it can.
        package let doubt: String?
    }

    /// A field about which origins differ.
    package struct Conflict: Sendable {
        package let label: String
        package let claims: [Claim]
    }

    /// One side of a conflict.
    package struct Claim: Sendable {
        package let value: String
        package let originText: String
        package let timeText: String
        package let recordHref: String
        /// Whether it holds until somebody decides.
        package let holds: Bool
        /// Of the form that decides for it; nil where nobody can decide here.
        package let decision: Decision?
    }

    package struct Decision: Sendable {
        package let action: String
        package let tokenValue: String
        package let follows: String
        package let field: String
        package let claim: String
        /// What the button is called to those who do not see it.
        package let label: String
    }

    package struct Relation: Sendable {
        package let title: String
        package let links: [TextLink]
        package let moreText: String?
    }

    /// One record of the time line.
    package struct Event: Sendable {
        package let timeText: String
        package let what: String
        /// Why, and the fields that it names; nil for none.
        package let detail: String?
        package let actor: String
        /// The record or packet that says so.
        package let link: TextLink
        /// The file as it was then; nil where that says nothing.
        package let asOfHref: String?
        /// The batch that brought it; nil for none.
        package let batchHref: String?
        package let isUndone: Bool

        static func record(_ sequence: Int64) -> TextLink {
            TextLink(label: "第 \(sequence) 条", href: SiteURL.record(sequence).path)
        }
    }

    /// A file that was attached.
    package struct Attachment: Sendable {
        package let name: String
        package let href: String
        package let note: String?
        /// Its form and size, and why it is not shown small where it is a picture.
        package let sizeText: String
        package let timeText: String
        package let actor: String
        package let recordHref: String
        /// Nil for what is no picture, and where no small ones can be made.
        package let thumbnailHref: String?
        /// The form that takes it off; nil for who may not.
        package let removal: Removal?
    }

    package struct Removal: Sendable {
        package let action: String
        package let tokenValue: String
    }

    package struct Attaching: Sendable {
        package let action: String
        package let tokenValue: String
        /// What may be attached.
        package let allowedText: String
    }

    package struct Actions: Sendable {
        package let editHref: String
        package let endHref: String
        package let tokenValue: String
        package let follows: String
    }
}
