/// What people put into a document: texts of its slots, and numbers that no record gives.
package struct PaperContents: Sendable {
    /// Texts by slot.
    package let texts: [String: String]
    /// Numbers by name.
    package let values: [String: StatedValue]
    /// What stands round the text of an official document.
    package let frame: PaperFrame

    package init(texts: [String: String], values: [String: StatedValue], frame: PaperFrame) {
        self.texts = texts
        self.values = values
        self.frame = frame
    }
}
