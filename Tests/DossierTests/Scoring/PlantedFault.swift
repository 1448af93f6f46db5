import Casework
import Law
import Standards

@testable import Dossier

/// A fault as people make it, and the item of the review that it is.
struct PlantedFault: Sendable {
    let item: Int
    let words: String
    let kinds: [CasePlan.Kind]
    let plant: @Sendable (inout CasePlan) -> Void

    init(
        _ item: Int, _ words: String, _ kinds: [CasePlan.Kind] = [.general, .defended, .discussed],
        _ plant: @escaping @Sendable (inout CasePlan) -> Void
    ) {
        self.item = item
        self.words = words
        self.kinds = kinds
        self.plant = plant
    }

    static let all: [PlantedFault] = persons + papers + procedure + others

    private static let persons: [PlantedFault] = [
        PlantedFault(3, "one officer alone") { $0.steps[$0.place("调查取证")].officers.removeLast() },
        PlantedFault(3, "a certificate that ran out the day before") { plan in
            let step = plan.place("调查取证")
            plan.steps[step].officers[1] = CasePlan.officer("p-second", through: plan.steps[step].day.adding(days: -1))
        },
        PlantedFault(3, "the same officer twice") { plan in
            let step = plan.place("调查取证")
            plan.steps[step].officers[1] = plan.steps[step].officers[0]
        },
        PlantedFault(21, "an investigator examines the case") { $0.steps[$0.place("审查案件")].person = "p-first" },
        PlantedFault(21, "an officer of the scene reviews it", [.general, .defended]) {
            $0.steps[$0.place("审核通过")].person = "p-second"
        },
        PlantedFault(17, "an investigator votes", [.discussed]) {
            $0.sheets[$0.sheet("集体讨论记录")].signers.append("p-second")
        },
    ]

    private static let papers: [PlantedFault] = [
        PlantedFault(4, "another name in the decision") {
            $0.sheets[$0.sheet("行政处罚决定书")].values["当事人"] = .text("示例水务有限责任公司")
        },
        PlantedFault(4, "another name in the record of the scene") {
            $0.sheets[$0.sheet("现场检查（勘察）笔录")].values["被检查单位"] = .text("示例污水处理厂")
        },
        PlantedFault(7, "a report without its approval") { $0.sheets[$0.sheet("监测报告")].values["CMA编号"] = .text("") },
        PlantedFault(7, "a report without a record of the samples") { plan in
            plan.sheets.removeAll { $0.document == "采样记录" }
        },
        PlantedFault(8, "nothing about fault") { $0.sheets[$0.sheet("案件调查报告")].values["主观过错"] = .text("") },
        PlantedFault(9, "the article of another violation") {
            $0.sheets[$0.sheet("行政处罚决定书")].values["处罚依据"] = .text("《中华人民共和国生态环境法典》第一千一百零八条")
        },
        PlantedFault(9, "another duty violated") {
            $0.sheets[$0.sheet("行政处罚决定书")].values["违反条款"] = .text("《中华人民共和国生态环境法典》第二十二条")
        },
        PlantedFault(10, "a law that is no longer in force") {
            $0.sheets[$0.sheet("行政处罚决定书")].values["违反条款"] = .text(
                "《中华人民共和国生态环境法典》第一百五十一条、《中华人民共和国水污染防治法》第十条")
        },
        PlantedFault(12, "more than the law allows") {
            $0.steps[$0.place("作出处罚决定")].facts["罚款数额"] = .money(100_000_001)
        },
        PlantedFault(12, "less than the law allows") { $0.steps[$0.place("作出处罚决定")].facts["罚款数额"] = .money(9_999_999) },
        PlantedFault(13, "a notice that is silent on the defence") {
            $0.sheets[$0.sheet("行政处罚事先（听证）告知书")].values["陈述申辩权"] = .text("")
        },
        PlantedFault(15, "a hearing that was due is not offered", [.discussed, .heard]) {
            $0.sheets[$0.sheet("行政处罚事先（听证）告知书")].values["告知听证"] = .flag(false)
        },
    ]

    private static let procedure: [PlantedFault] = [
        PlantedFault(13, "five days counted over the weekend") { plan in
            let told = plan.steps[plan.place("事先告知")].day
            plan.steps[plan.place("作出处罚决定")].day = told.adding(days: 5)
            for name in ["复核陈述申辩", "审核通过", "审核通过且须集体讨论", "集体讨论决定"] {
                for place in plan.steps.indices where plan.steps[place].action == name {
                    plan.steps[place].day = told.adding(days: 4)
                }
            }
        },
        PlantedFault(13, "no notice at all") { plan in plan.steps.removeAll { $0.action == "事先告知" } },
        PlantedFault(14, "a higher fine after the defence", [.defended]) {
            $0.steps[$0.place("作出处罚决定")].facts["罚款数额"] = .money(16_000_000)
        },
        PlantedFault(14, "a defence that nobody considered", [.defended]) { plan in
            plan.steps.removeAll { $0.action == "复核陈述申辩" }
        },
        PlantedFault(15, "a hearing that was asked for and not held", [.heard]) { plan in
            plan.steps.removeAll { $0.action == "听证结束" }
        },
        PlantedFault(17, "a high fine that nobody discussed", [.discussed]) { plan in
            plan.steps.removeAll { $0.action == "集体讨论决定" }
        },
        PlantedFault(18, "discussed before the party spoke", [.discussed]) { plan in
            let told = plan.steps[plan.place("事先告知")].day
            plan.steps[plan.place("集体讨论决定")].day = told.adding(days: -1)
            plan.steps.append(
                CasePlan.Step(action: "收到陈述申辩", day: told.adding(days: 1), person: "p-first", role: "enforcement"))
        },
        PlantedFault(19, "no legal review", [.general, .defended]) { plan in
            plan.steps.removeAll { $0.action == "审核通过" }
        },
        PlantedFault(19, "a review that came after the decision", [.general, .defended]) { plan in
            plan.steps[plan.place("审核通过")].day = plan.steps[plan.place("作出处罚决定")].day.adding(days: 1)
        },
        PlantedFault(20, "filed six years after", [.general, .defended]) { plan in
            let end = plan.opened.adding(years: -6)
            guard let conduct = try? Conduct(start: end, end: end) else { return }
            plan.charge = Charge(id: "c", violation: "WAT-01", conduct: conduct, facts: "超标排放")
        },
    ]

    private static let others: [PlantedFault] = [
        PlantedFault(22, "re-inspected on the thirty-first day", [.daily]) { plan in
            let step = plan.place("作出按日处罚决定")
            plan.steps[step].facts["责令改正送达日期"] = .date(plan.opened.adding(days: -31))
            plan.steps[step].facts["罚款数额"] = .money(20_000_000 * 31)
        },
        PlantedFault(23, "the day of the order counted too", [.daily]) { plan in
            let step = plan.place("作出按日处罚决定")
            if case .money(let fen)? = plan.steps[step].facts["罚款数额"] {
                plan.steps[step].facts["罚款数额"] = .money(fen + 20_000_000)
            }
        },
        PlantedFault(24, "decided before the first decision was served", [.daily]) { plan in
            let late = plan.steps[plan.place("作出按日处罚决定")].day.adding(days: 3)
            plan.steps[plan.place("确认原处罚决定已送达")].facts["原处罚决定送达日期"] = .date(late)
        },
        PlantedFault(16, "a seizure that nobody explained on the spot", [.seizure]) {
            $0.steps[$0.place("实施")].confirmations = []
        },
        PlantedFault(16, "a decision that is silent on it", [.seizure]) {
            $0.sheets[$0.sheet("查封/扣押决定书")].values["当场告知"] = .text("")
        },
        PlantedFault(25, "released on the thirty-first day", [.seizure]) {
            $0.steps[$0.place("解除")].day = $0.opened.adding(days: 31)
        },
        PlantedFault(25, "never released", [.seizure]) { plan in plan.steps.removeAll { $0.action == "解除" } },
    ]
}
