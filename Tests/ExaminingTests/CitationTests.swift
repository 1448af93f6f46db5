import Standards
import Testing

@testable import Examining

/// Names of laws and standards, and when they were in force.
struct CitationTests {
    @Test func `a law in force under its title is confirmed`() throws {
        #expect(try ExaminingFixture.confirmed(.instrument, "2024年，依据《中华人民共和国环境保护法》开展工作。").count == 1)
    }

    @Test func `a law that was gone before the text's period is an error`() throws {
        #expect(try ExaminingFixture.found(.instrument, "2024年，依据《环境行政处罚办法》立案。") == ["《环境行政处罚办法》"])
        #expect(try ExaminingFixture.found(.instrument, "2022年，依据《环境行政处罚办法》立案。").isEmpty)
        #expect(try ExaminingFixture.found(.instrument, "2024年，原《环境行政处罚办法》已废止。").isEmpty)
    }

    @Test func `a law that ended inside the period is a note`() throws {
        let found = try ExaminingFixture.examine(["2026年，依据《水污染防治法》立案3件。"]).findings
        #expect(found.map(\.severity) == [.note])
        let after = try ExaminingFixture.examine(["2026年，依据《水污染防治法》立案。"], on: CivilDate("2027-01-07")).findings
        #expect(after.map(\.kind) == [.instrument])
    }

    @Test func `a law before its first day is an error`() throws {
        #expect(try ExaminingFixture.found(.instrument, "2019年，依据《民法典》审核合同。") == ["《民法典》"])
        // The version before 2014 is not in the book, which says nothing against it.
        #expect(try ExaminingFixture.found(.instrument, "2013年，依据《环境保护法》立案。").isEmpty)
    }

    @Test(arguments: ["《大气污染防制法》", "《固体废物污染防治法》", "《排污许可管理条列》", "《土壤污染防冶法》", "《天津市锅炉大气污染排放标准》"])
    func `a wrong title is an error`(title: String) throws {
        #expect(try ExaminingFixture.found(.instrument, "2024年，执行\(title)。") == [title])
    }

    @Test(arguments: ["《环境保护税法》", "《水污染防治行动计划》", "《天津市大气污染防治条例》", "《水污染防治办法》", "《大气污染防治法》"])
    func `another instrument is not taken for a slip`(title: String) throws {
        #expect(try ExaminingFixture.found(.instrument, "2024年，执行\(title)。").isEmpty)
    }

    @Test func `a standard has its year, title and days`() throws {
        #expect(try ExaminingFixture.found(.standard, "2024年按《环境空气质量标准》（GB 3095-2012）评价。").isEmpty)
        #expect(try ExaminingFixture.found(.standard, "2024年按GB 3095-2013评价。") == ["GB 3095-2013"])
        #expect(try ExaminingFixture.found(.standard, "2024年按GB3095—1996评价。") == ["GB3095—1996"])
        #expect(try ExaminingFixture.found(.standard, "2024年按GB 3095-1996评价。") == ["GB 3095-1996"])
        #expect(try ExaminingFixture.found(.standard, "2024年按《空气质量标准》（GB 3095-2012）评价。") == ["《空气质量标准》"])
        #expect(try ExaminingFixture.found(.standard, "2026年5月按GB 3095-2012评价。") == ["GB 3095-2012"])
    }

    @Test func `one instrument has one name in a text`() throws {
        #expect(try ExaminingFixture.found(.naming, "依据《环境保护法》。", "依据《环保法》。") == ["《环保法》"])
        #expect(try ExaminingFixture.found(.naming, "依据《中华人民共和国环境保护法》（以下简称《环保法》）。", "依据《环保法》。").isEmpty)
        #expect(try ExaminingFixture.found(.naming, "《某区噪声污染防治工作行动方案》", "《某区噪声污染防治工作行动方案稿》").count == 1)
        #expect(try ExaminingFixture.found(.naming, "《2023年度某区水污染防治工作方案》", "《2024年度某区水污染防治工作方案》").isEmpty)
    }

    @Test func `a quantity has its unit`() throws {
        #expect(try ExaminingFixture.found(.unit, "优良天数18件。") == ["18件"])
        #expect(try ExaminingFixture.found(.unit, "PM2.5浓度为25mg/m3。") == ["25mg/m3"])
        #expect(try ExaminingFixture.found(.unit, "PM2.5平均浓度为33微克/每立方米。") == ["微克/每立方米"])
        #expect(try ExaminingFixture.found(.unit, "PM2.5浓度为25微克/立方米，行政处罚决定书46件，罚款46.27万元。").isEmpty)
        #expect(try ExaminingFixture.found(.unit, "甲、乙和丙浓度分别为25µg/m3、43mg/m3和18µg/m3。") == ["43mg/m3"])
    }

    @Test func `claims about all name what they are all of`() throws {
        #expect(try ExaminingFixture.found(.universal, "饮用水水源达标率保持100%。") == ["100%"])
        #expect(try ExaminingFixture.found(.universal, "应检测24台，完成率100%，全部合格。").isEmpty)
        #expect(try ExaminingFixture.found(.rough, "受理投诉300余件，办结率达100%。") == ["100%"])
        #expect(try ExaminingFixture.found(.rough, "受理投诉300件，办结率达100%。").isEmpty)
        #expect(try ExaminingFixture.found(.rough, "受理投诉xxx余件，办结率、回复率均达xxx%。") == ["xxx%"])
    }

    @Test func `numbers are of a day`() throws {
        #expect(try ExaminingFixture.found(.moment, "2024年，截至目前，办结30件。") == ["截至目前"])
        #expect(try ExaminingFixture.found(.moment, "截至2024年6月30日，办结30件。").isEmpty)
        #expect(try ExaminingFixture.found(.moment, "办结30件，检查20家，培训5次。") == ["30件"])
        #expect(try ExaminingFixture.found(.moment, "20xx年，办结30件，检查20家，培训5次。").isEmpty)
    }

    @Test func `days and bounds exist`() throws {
        #expect(try ExaminingFixture.found(.date, "2023年2月29日检查。") == ["2月29日"])
        #expect(try ExaminingFixture.found(.date, "2024年2月29日检查，13月再查。") == ["13月"])
        #expect(try ExaminingFixture.found(.bounds, "浓度在26~19µg/m3之间。") == ["26~19µg/m3"])
        #expect(try ExaminingFixture.found(.bounds, "办结率达102%。") == ["102%"])
        #expect(try ExaminingFixture.found(.bounds, "浓度在19~26µg/m3之间，增长120%。").isEmpty)
    }
}
