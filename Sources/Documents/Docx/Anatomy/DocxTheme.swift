/// The fonts that a file's theme stands for, such as `minorEastAsia` (ISO/IEC 29500-1, 20.1.4.1.17).
struct DocxTheme {
    private var fonts: [String: String] = [:]

    /// - Parameter root: of theme1.xml; nil where the file has none.
    init(_ root: XMLElementTree?) {
        let scheme = root?.first("a:themeElements")?.first("a:fontScheme")
        for kind in ["major", "minor"] {
            guard let set = scheme?.first("a:\(kind)Font") else { continue }
            let latin = set.first("a:latin")?["typeface"] ?? ""
            let named = set.first("a:ea")?["typeface"] ?? ""
            // Where the theme names no Chinese font, that of its list for simplified Chinese holds.
            let listed = set.all("a:font").first { $0["script"] == "Hans" }?["typeface"] ?? ""
            let chinese = named.isEmpty ? listed : named
            if !latin.isEmpty {
                fonts["\(kind)Ascii"] = latin
                fonts["\(kind)HAnsi"] = latin
            }
            if !chinese.isEmpty { fonts["\(kind)EastAsia"] = chinese }
        }
    }

    func font(_ name: String?) -> String? { name.flatMap { fonts[$0] } }
}
