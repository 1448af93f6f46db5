/// 文书: one paper of a matter: its elements, its revisions, how it stands on the way to its signature.
package struct CasePaperPage: Sendable {
    package let frame: PageFrame
    package let name: String
    package let matterTitle: String
    package let matterHref: String
    package let standing: String
    package let tone: String
    package let facts: [LabelledText]
    package let error: String?
    package let token: String
    package let follows: String
    /// What is missing before it can be signed, each with where to fill it in.
    package let missing: [String]
    /// The form that writes it; nil where it cannot be changed any more.
    package let edit: Edit?
    /// The paper as it is printed; nil before it is begun.
    package let preview: String?
    package let docxHref: String?
    package let scanHref: String?
    package let numberAction: String?
    package let signAction: String?
    package let signParts: [SignPart]
    package let back: Back?
    package let spoilAction: String?
    package let revisions: [LabelledText]
    package let signatures: [LabelledText]

    /// The form of the elements.
    package struct Edit: Sendable {
        package let action: String
        package let document: String
        package let day: String
        package let inputs: [FormInput]
        package let button: String
    }

    /// A part that the visitor may sign electronically.
    package struct SignPart: Sendable {
        package let part: String
    }

    /// The form by which a signed scan comes back.
    package struct Back: Sendable {
        package let action: String
        package let day: String
        package let signers: [SignerField]
        package let asksPages: Bool
        /// Whether it was printed here, so that the code under its QR code binds the scan to its revision.
        package let asksCode: Bool
    }

    /// How many signed as a part.
    package struct SignerField: Sendable {
        package let name: String
        package let label: String
        package let least: Int
    }
}
