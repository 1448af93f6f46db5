import Testing

@testable import Dossier

/// What tells more of people than the public is told does not leave the house.
struct RedactionTests {
    private static let redaction = Redaction(names: ["王小明", "李四"], texts: ["某路一号院"])

    @Test(arguments: [
        ("当事人王小明与李四在某路一号院", "当事人王某某与李某在***"), ("证件110101199003074514号", "证件***号"),
        ("证件11010119900307451X。", "证件***。"), ("拨打13800000000，022-12345678", "拨打***，***"),
        ("账号6222 0212 3456 7890 123存款", "账号***存款"), ("联系电话12345678", "联系电话***"),
        ("写信给wang.xm@example.com告知", "写信给***告知"), ("电话：12345", "电话：***"),
    ])
    func `names keep their first letter, numbers and addresses nothing`(text: String, clean: String) {
        #expect(Self.redaction.clean(text) == clean)
    }

    @Test(arguments: [
        "2026-08-20至2026-08-25，COD 日均值 156.7 mg/L，超标2.13倍", "罚款300000元，第1108条", "排放废水12345678吨", "",
    ])
    func `what tells nothing of people stays as it is`(text: String) {
        #expect(Self.redaction.clean(text) == text)
    }

    @Test func `a single letter hides nothing, and a longer text is hidden before its part`() {
        let redaction = Redaction(names: ["王"], texts: ["某路", "某路一号"])
        #expect(redaction.clean("王某路一号") == "王***")
    }
}
