import Standards
import Testing

/// Published exceedance multiples of air and discharges.
struct PublishedMultipleTests {
    @Test(.enabled(if: PublishedFile.has("rankings")))
    func `all twenty published multiples come out to the digit`() throws {
        var file = try PublishedFile("rankings/exceedance_multiples.csv")
        var rows = 0
        while let value = try file.next() {
            let concentration = try #require(ExactDecimal(value("浓度")))
            let limit = try #require(ExactDecimal(value("标准限值")))
            let multiple = try ExceedanceMultiple.rounded(concentration, over: limit)
            #expect(multiple?.description == value("公布超标倍数"), "\(value("来源期间")) \(value("指标"))")
            rows += 1
        }
        #expect(rows == 20)
    }
}
