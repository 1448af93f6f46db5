import Testing

@testable import Examining

/// Listings, numbering and doubled words.
struct ListTests {
    @Test(arguments: [
        "健全调度响应、领导协调、协商减排、整改处置四项机制。", "坚持“控源、治污、扩容、严管”四措并举。",
        "提出“蓝天、碧水、净土、绿润和静逸”五大行动计划。", "坚定崇尚“三德”：心中有党明大德、心中有民守公德、心中有戒严私德。",
        "落实市、区两级责任。", "先后开展汽修、供热锅炉等9个专项检查。", "书记、局长从学史明理、学史增信、学史崇德、学史力行四方面谈体会。",
        "坚持一个科学指引、紧盯三条治污主线、健全四项工作机制。", "落实省市区三级、部门两个层面的责任。", "全年有九个月达标，上升四个百分点。",
    ]) func `a list of the number said is not found`(line: String) throws {
        #expect(try ExaminingFixture.found(.listing, line).isEmpty)
    }

    @Test(arguments: [
        ("健全调度响应、领导协调、协商减排、整改处置五项机制。", "五项"), ("坚持“控源、治污、扩容、严管”三措并举。", "三措"),
        ("坚定崇尚“三德”：心中有党明大德、心中有民守公德。", "三德"), ("开展大气、水、土壤等两项检查。", "两项"),
        ("建立四项机制：一是调度。二是协商。三是整改。", "四项"),
    ]) func `a list of another number is`(line: String, place: String) throws {
        #expect(try ExaminingFixture.found(.listing, line) == [place])
    }

    @Test func `a short heading announces what the paragraphs below tell off`() throws {
        #expect(try ExaminingFixture.found(.listing, "健全四项工作机制", "一是调度。", "二是协调。", "三是减排。", "四是整改。").isEmpty)
        #expect(try ExaminingFixture.found(.listing, "健全四项工作机制", "一是调度。", "二是协调。", "三是减排。") == ["四项"])
    }

    @Test func `as many numbers as things stand behind 分别为`() throws {
        #expect(try ExaminingFixture.found(.respectively, "PM2.5、PM10和SO2浓度同比上升，升幅分别为9.5%、2.6%和40.0%。").isEmpty)
        #expect(try ExaminingFixture.found(.respectively, "PM2.5和SO2浓度同比上升，升幅分别为9.5%、2.6%和40.0%。").count == 1)
        #expect(try ExaminingFixture.found(.respectively, "和平区、河西区优良天数分别为20天和21天。").isEmpty)
    }

    @Test func `headings count on without gaps and duplicates`() throws {
        #expect(try ExaminingFixture.found(.numbering, "一、甲", "（一）乙", "（二）丙", "二、丁", "（一）戊", "1. 己", "2. 庚").isEmpty)
        #expect(try ExaminingFixture.found(.numbering, "一、甲", "三、乙") == ["三、"])
        #expect(try ExaminingFixture.found(.numbering, "一、甲", "二、乙", "二、丙") == ["二、"])
        #expect(try ExaminingFixture.found(.numbering, "一、甲", "（二）乙") == ["（二）"])
        #expect(try ExaminingFixture.found(.numbering, "1. 甲", "2. 乙", "二、丙").count == 1)
        #expect(try ExaminingFixture.found(.numbering, "2.5微克每立方米").isEmpty)
    }

    @Test func `numbers may run on under the next heading`() throws {
        #expect(try ExaminingFixture.found(.numbering, "（一）甲", "1. 乙", "2. 丙", "（二）丁", "3. 戊").isEmpty)
    }

    @Test func `一是 and its followers are in order`() throws {
        #expect(try ExaminingFixture.found(.numbering, "一是学习。二是培训。三是考核。").isEmpty)
        #expect(try ExaminingFixture.found(.numbering, "一是学习。三是考核。") == ["三是"])
        #expect(try ExaminingFixture.found(.numbering, "一是学习。二是培训。二是考核。") == ["二是"])
        #expect(try ExaminingFixture.found(.numbering, "这十是好的。").isEmpty)
    }

    @Test func `siblings have one style`() throws {
        let lines = ["1. 甲", "2. 乙", "3. 丙", "4. 丁", "5 戊", "6. 己"]
        let found = try ExaminingFixture.examine(lines).findings
        #expect(found.map(\.kind) == [.style])
        #expect(found.map(\.line) == [5])
        #expect(try ExaminingFixture.found(.style, "1、甲", "2、乙", "3、丙").isEmpty)
    }

    @Test func `doubled words are slips, reduplication and word ends are not`() throws {
        #expect(try ExaminingFixture.found(.doubled, "开展开展监测，数据的的审核，生态环境环境局") == ["开展开展", "的的", "环境环境"])
        #expect(try ExaminingFixture.found(.doubled, "和和平区联合，为了了解情况，好好研究研究，天天检查，等等，局局长，三三制").isEmpty)
    }
}
