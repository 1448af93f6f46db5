/// The beginning of an appendix: a page of its own, with its number and title (GB/T 9704-2012, 7.3.7).
package struct OfficialAppendix: Hashable, Sendable {
    /// nil where it is the only one.
    package var number: Int?
    package var title: String

    package init(number: Int?, title: String) {
        self.number = number
        self.title = title
    }

    /// 附件 with its number.
    var label: String { number.map { "附件\($0)" } ?? "附件" }
}
