/// One pollutant of one outlet of an enterprise: what its monitor and a sample on the spot both speak of.
package struct MonitoringChannel: Hashable, Sendable {
    /// The id of the outlet, and its name with that of the enterprise.
    package let outlet: String
    package let outletName: String
    /// The item of the limit (`nox`), and its name.
    package let item: String
    package let itemName: String

    package init(outlet: String, outletName: String, item: String, itemName: String) {
        self.outlet = outlet
        self.outletName = outletName
        self.item = item
        self.itemName = itemName
    }

    private static let keys = ["排放口编号", "排放口", "项目编号", "项目"]

    /// As a piece of evidence keeps it.
    var values: [String: PaperValue] {
        let texts = [outlet, outletName, item, itemName]
        return Dictionary(zip(Self.keys, texts.map { PaperValue.text($0) })) { $1 }
    }

    /// Reads it out of a piece of evidence; nil where it speaks of none.
    init?(_ values: [String: PaperValue]) {
        let texts = Self.keys.compactMap(values.text)
        guard texts.count == Self.keys.count else { return nil }
        self.init(outlet: texts[0], outletName: texts[1], item: texts[2], itemName: texts[3])
    }
}

extension [String: PaperValue] {
    /// A text that a piece of evidence states; nil where it states none.
    func text(_ name: String) -> String? { if case .text(let text)? = self[name] { text } else { nil } }
}
