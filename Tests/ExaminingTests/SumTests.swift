import Testing

@testable import Examining

/// Sums, parts, shares, and quantities that bound one another.
struct SumTests {
    @Test func `parts that close are confirmed, also where another sentence begins with 其中`() throws {
        #expect(try ExaminingFixture.confirmed(.sum, "立案46件，其中大气类20件、水类15件、固体废物类11件。") == ["20+15+11=46"])
        #expect(try ExaminingFixture.confirmed(.sum, "立案46件。其中大气类20件、水类26件，已办结40件。") == ["20+26=46"])
    }

    @Test func `parts above their whole are an error, below it a warning`() throws {
        let above = try ExaminingFixture.examine(["2024年立案46件，其中大气类20件、水类30件。"]).findings
        #expect(above.map(\.severity) == [.error])
        let below = try ExaminingFixture.examine([
            "2020年受理信访件总量为1130件。其中，为民服务平台接办917件，举报管理平台接办95件，智慧信访系统14件，督查68件。"
        ]).findings
        #expect(below.map(\.severity) == [.warning])
        #expect(below.map(\.computed) == ["1094"])
    }

    @Test func `parts that do not claim to be all are left alone`() throws {
        #expect(try ExaminingFixture.found(.sum, "受理100件，其中主要为来信60件、来访20件。").isEmpty)
        #expect(try ExaminingFixture.found(.sum, "检测300台，其中不合格12台。").isEmpty)
        #expect(try ExaminingFixture.found(.sum, "受理100余件，其中来信60件、来访20件。").isEmpty)
        #expect(try ExaminingFixture.found(.sum, "受理100件，其中来信60件、来访40件，已办结98件。").isEmpty)
    }

    @Test func `masked digits must be able to close`() throws {
        #expect(try ExaminingFixture.found(.sum, "收到案件xxx件，其中主办件xxx件，协办件xx件。").isEmpty)
        #expect(try ExaminingFixture.found(.sum, "收到案件xx件，其中主办件xxx件，协办件xx件。") == ["xx件"])
    }

    @Test func `a total behind its parts is their sum`() throws {
        #expect(try ExaminingFixture.confirmed(.sum, "查封3家、限产2家，合计5家。") == ["3+2=5"])
        #expect(try ExaminingFixture.found(.sum, "查封3家、限产2家，合计6家。") == ["6家"])
    }

    @Test func `weights make a hundred`() throws {
        #expect(try ExaminingFixture.confirmed(.shares, "按各占30%、30%和40%的权重排名。") == ["30+30+40=100"])
        #expect(try ExaminingFixture.found(.shares, "按各占30%、35%和40%的权重排名。") == ["30%、35%和40%"])
        #expect(try ExaminingFixture.found(.shares, "一类、二类、三类分别占30%、33.4%和36.7%。").isEmpty)
    }

    @Test func `what is done is no more than what there was`() throws {
        #expect(try ExaminingFixture.found(.identity, "受理信访举报297件，办结299件。") == ["299件"])
        #expect(try ExaminingFixture.found(.identity, "受理信访举报297件，办结297件。").isEmpty)
        #expect(try ExaminingFixture.found(.identity, "抽检柴油货车200台，其中不合格210台。") == ["210台"])
        #expect(try ExaminingFixture.found(.identity, "受理和办结信访举报297件，收到锦旗5件。").isEmpty)
    }

    @Test func `more reviews than decisions need a word`() throws {
        let found = try ExaminingFixture.examine(["2024年公示行政处罚决定书46件、责令改正违法行为决定书48件。全年审核重大案件62件。"]).findings
        #expect(found.map(\.kind) == [.identity])
        #expect(found.map(\.severity) == [.warning])
    }

    @Test func `a whole has its named parts`() throws {
        #expect(try ExaminingFixture.found(.identity, "开展“双随机”检查320家次，一般污染源212家次，重点污染源100家次。") == ["320家次"])
        #expect(try ExaminingFixture.found(.identity, "开展“双随机”检查320家次，一般污染源212家次，重点污染源108家次。").isEmpty)
    }

    @Test func `one quantity has one value in a period`() throws {
        let other = try ExaminingFixture.found(.repeated, "2022年7月优良天数18天。", "综上，2022年7月优良天数19天。")
        #expect(other == ["19天"])
        #expect(try ExaminingFixture.found(.repeated, "2022年7月优良天数18天。", "2023年7月优良天数13天。").isEmpty)
        #expect(try ExaminingFixture.found(.repeated, "全年培训6场次。", "全年培训12场次。").isEmpty)
    }
}
