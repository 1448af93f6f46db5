/// The form by which a reviewer accepts hours or marks them 存疑. Works by keyboard and without script: two submit
/// buttons, of which 认可 asks for no reason and 存疑 and 剔除 do.
///
/// It posts `decision` (`accept` | `doubt` | `reject`), `reason` (a code of `reasons`), `note`, `citation`, `reviewer` where the form asks for it,
/// `item` once for each item chosen, `hour` once for each hour chosen, and everything in `hidden`.
package struct ReviewForm: Sendable {
    /// Where the form posts to.
    package let action: String
    /// Fields sent along: station, day, hour, the address to return to, the token against forgery.
    package let hidden: [Hidden]
    /// Items that may be judged one by one; all are chosen at first.
    package let items: [Choice]
    /// Common reasons, in the order of use.
    package let reasons: [Choice]
    /// What was written in the note; empty at first.
    package let note: String
    /// The number of the maintenance or calibration record; empty at first.
    package let citation: String
    /// Name of the reviewer when known; nil asks for it in the form.
    package let reviewerName: String?
    /// The name typed before, when the form comes back with an error; empty at first.
    package let reviewerTyped: String
    /// Why the last attempt was refused and how to mend it; nil at first.
    package let error: String?

    /// A hidden field.
    package struct Hidden: Sendable {
        package let name: String
        package let value: String
    }

    /// Something to choose.
    package struct Choice: Sendable {
        /// Value sent.
        package let value: String
        /// Words shown.
        package let label: String
        /// True where chosen already.
        package let isChosen: Bool
    }
}
