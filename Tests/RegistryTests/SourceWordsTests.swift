import Testing

@testable import Registry

/// How sources are found: by pairs of characters, and by the beginnings of codes.
struct SourceWordsTests {
    @Test func `a Chinese text is found by any two of its neighbours, a code by its beginning`() {
        #expect(SourceWords.words(of: "中卫市海兴（二厂）A1") == ["中卫", "卫市", "市海", "海兴", "二厂", "a1"])
        #expect(SourceWords.query("海兴").whole == ["海兴"])
        #expect(SourceWords.query("9164").beginnings == ["9164"])
        #expect(SourceWords.query("海兴 9164 厂").whole == ["海兴"])
        #expect(SourceWords.query("海兴 9164 厂").beginnings == ["9164", "厂"])
    }

    @Test func `signs find nothing, and full width is half width`() {
        #expect(SourceWords.query("——（）").whole.isEmpty)
        #expect(SourceWords.words(of: "ＤＡ００１") == ["da001"])
    }
}
