import Standards
import Testing

struct ExceedanceMultipleTests {
    /// Published in monthly bulletins of Tianjin, class-2 limits of the time.
    @Test(arguments: [
        ("46", "35", "0.31"), ("90", "70", "0.29"), ("41", "40", "0.02"), ("199", "160", "0.24"), ("54", "35", "0.54"),
        ("78", "70", "0.11"), ("56", "40", "0.40"), ("48", "35", "0.37"), ("190", "160", "0.19"),
        ("182", "160", "0.14"),
        ("222", "160", "0.39"), ("37", "35", "0.06"), ("188", "160", "0.18"), ("38", "35", "0.09"),
        ("175", "160", "0.09"), ("204", "160", "0.28"), ("186", "160", "0.16"), ("248", "200", "0.24"),
        ("2.11", "1.5", "0.41"),
    ])
    func `published multiples are reproduced`(value: String, limit: String, multiple: String) throws {
        let found = try ExceedanceMultiple.rounded(#require(ExactDecimal(value)), over: #require(ExactDecimal(limit)))
        #expect(found?.description == multiple)
    }

    @Test
    func `a value at its limit has no multiple`() throws {
        #expect(try ExceedanceMultiple.rounded(35, over: 35) == nil)
        #expect(try ExceedanceMultiple.exact(Rational(36), over: Rational(35))?.description == "1/35")
        #expect(throws: StandardsError.self) { try ExceedanceMultiple.rounded(1, over: 0) }
    }
}
