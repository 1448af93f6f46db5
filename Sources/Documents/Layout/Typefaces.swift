/// The fonts of a document by their use.
package struct Typefaces: Hashable, Sendable {
    /// Title and masthead: 小标宋.
    package var title: Typeface
    /// Running text, third and fourth headings: 仿宋.
    package var body: Typeface
    /// First headings and table heads: 黑体.
    package var heading: Typeface
    /// Second headings: 楷体.
    package var subheading: Typeface
    /// Tables and page numbers: 宋体.
    package var table: Typeface
    /// Latin letters and digits in running text.
    package var latin: Typeface

    package init(
        title: Typeface, body: Typeface, heading: Typeface, subheading: Typeface, table: Typeface, latin: Typeface
    ) {
        self.title = title
        self.body = body
        self.heading = heading
        self.subheading = subheading
        self.table = table
        self.latin = latin
    }

    /// What GB/T 9704-2012 and its users mean; on computers of Chinese offices.
    package static let official = Typefaces(
        title: Typeface("方正小标宋简体", alternatives: ["方正小标宋_GBK", "小标宋", "宋体", "SimSun"]),
        body: Typeface("仿宋_GB2312", alternatives: ["仿宋", "FangSong", "方正仿宋_GBK"]),
        heading: Typeface("黑体", alternatives: ["SimHei", "方正黑体_GBK"]),
        subheading: Typeface("楷体_GB2312", alternatives: ["楷体", "KaiTi", "方正楷体_GBK"]),
        table: Typeface("宋体", alternatives: ["SimSun", "方正书宋_GBK"]),
        latin: Typeface("Times New Roman", alternatives: ["Liberation Serif"]))

    /// The free Noto fonts, for making PDF on a server that has no others: a bold serif stands for 小标宋.
    package static let noto = Typefaces(
        title: Typeface("Noto Serif CJK SC", isBold: true),
        body: Typeface("Noto Serif CJK SC"),
        heading: Typeface("Noto Sans CJK SC"),
        subheading: Typeface("Noto Serif CJK SC", isBold: true),
        table: Typeface("Noto Serif CJK SC"),
        latin: Typeface("Noto Serif CJK SC"))

    /// Each font once, in a fixed order.
    var all: [Typeface] {
        var seen: Set<String> = []
        return [title, body, heading, subheading, table, latin].filter { seen.insert($0.name).inserted }
    }
}
