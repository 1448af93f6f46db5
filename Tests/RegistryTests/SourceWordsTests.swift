import Testing

@testable import Registry

/// How sources are found: by pairs of characters, and by the beginnings of codes.
struct SourceWordsTests {
    @Test func `a Chinese text is found by any two of its neighbours, a code by its beginning`() {
        let pairs: Set<String> = ["中卫", "卫市", "市海", "海兴", "二厂", "a", "a1"]
        #expect(SourceWords.words(of: "中卫市海兴（二厂）A1") == pairs.union("中卫市海兴二厂".map { String($0) }))
        #expect(SourceWords.query("海兴").whole == ["海兴"])
        #expect(SourceWords.query("9164").whole == ["9164"])
        #expect(SourceWords.query("916400003").beginnings == ["916400003"])
        #expect(SourceWords.query("海兴 9164 厂").whole == ["海兴", "9164", "厂"])
        #expect(SourceWords.query("海兴 9164 厂").beginnings.isEmpty)
    }

    @Test func `a code is found by every beginning of it, however long`() {
        let code = "91640000321673484F"
        let words = SourceWords.words(of: code)
        for length in 1...code.count {
            let query = SourceWords.query(String(code.prefix(length)))
            #expect(query.whole.isSubset(of: words))
            #expect(query.beginnings.allSatisfy { beginning in words.contains { $0.hasPrefix(beginning) } })
            #expect(query.whole.count + query.beginnings.count == 1)
        }
    }

    @Test func `signs find nothing, and full width is half width`() {
        #expect(SourceWords.query("——（）").whole.isEmpty)
        #expect(SourceWords.words(of: "ＤＡ００１") == ["d", "da", "da0", "da00", "da001"])
    }
}
