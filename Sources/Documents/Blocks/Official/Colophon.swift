/// 版记 at the foot of the last page (GB/T 9704-2012, 7.4).
package struct Colophon: Hashable, Sendable {
    /// 主送机关, where they are too many for the first page (7.4.2).
    package var addressees: [String]
    /// 抄送机关.
    package var copies: [String]
    /// 印发机关.
    package var printer: String?
    /// 印发日期, as printed, without 印发.
    package var printed: String?
    /// Letters have neither rules nor printer (10.1).
    package var form: OfficialForm

    package init(
        addressees: [String] = [], copies: [String] = [], printer: String? = nil, printed: String? = nil,
        form: OfficialForm = .document
    ) {
        self.addressees = addressees
        self.copies = copies
        self.printer = form == .letter ? nil : printer
        self.printed = form == .letter ? nil : printed
        self.form = form
    }

    /// The lines that name bodies: what stands in front, and the names as printed, with the full stop.
    var lists: [(label: String, names: String)] {
        [("主送：", addressees), ("抄送：", copies)].filter { !$0.1.isEmpty }.map {
            (label: $0.0, names: $0.1.joined(separator: "，") + "。")
        }
    }

    /// Whether nothing would be printed.
    package var isEmpty: Bool { lists.isEmpty && printer == nil && printed == nil }
}
