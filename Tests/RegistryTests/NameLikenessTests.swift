import TestKit
import Testing

@testable import Registry

/// How alike names of one enterprise are in the lists of different offices.
struct NameLikenessTests {
    private static let likeness = NameLikeness(dropping: ["有限责任公司", "有限公司", "公司"])

    @Test(arguments: [
        ("示例市甲乙化工有限公司", "示例市甲乙化工有限责任公司", 100),
        ("示例市甲乙化工（有限公司）", "示例市甲乙化工", 100),
        ("ＡＢ新材料有限公司", "ab新材料", 100),
        ("甲乙化工厂", "甲丙化工厂", 50),
        ("甲乙丙", "丁戊己", 0),
        ("", "甲乙", 0),
        ("有限公司", "有限公司", 100),
    ])
    func `legal forms, signs and width say nothing; the rest is compared by pairs of neighbours`(
        left: String, right: String, percent: Int
    ) {
        let cores = (Self.likeness.core(of: left), Self.likeness.core(of: right))
        #expect(NameLikeness.percent(cores.0, cores.1) == percent)
    }

    @Test func `likeness is the same both ways, whole at a text itself, and never beyond`() {
        var chance = SeededGenerator(seed: 7)
        let signs = Array("甲乙丙丁戊己庚辛壬癸化工厂")
        for _ in 0..<500 {
            let texts = (0..<2).map { _ in
                String(
                    (0..<Int.random(in: 1...9, using: &chance)).map { _ in signs.randomElement(using: &chance) ?? "甲" })
            }
            let percent = NameLikeness.percent(texts[0], texts[1])
            #expect(percent == NameLikeness.percent(texts[1], texts[0]))
            #expect((0...100).contains(percent))
            #expect(NameLikeness.percent(texts[0], texts[0]) == 100)
        }
    }
}
