import Casework
import Catalog
import Law
import Standards
import TestKit

@testable import Dossier

/// Files without a fault, of six kinds, on days that chance moves.
extension CasePlan {
    enum Kind: CaseIterable { case general, defended, heard, discussed, daily, seizure }

    static func clean(_ kind: Kind, _ random: inout SeededGenerator) throws -> CasePlan {
        let begin = day("2026-08-24").adding(days: Int.random(in: 0...60, using: &random))
        switch kind {
        case .general: return try general(begin, fine: Int64.random(in: 10...19, using: &random) * 10_000)
        case .defended: return try defended(begin)
        case .heard: return try heard(begin)
        case .discussed: return try discussed(begin)
        case .daily: return daily(begin, days: Int.random(in: 5...30, using: &random))
        case .seizure: return seizure(begin, days: Int.random(in: 3...30, using: &random))
        }
    }

    private static func charged(_ begin: CivilDate) throws -> Charge {
        let conduct = try Conduct(start: begin.adding(days: -3), end: max(day("2026-08-16"), begin.adding(days: -2)))
        return Charge(id: "c", violation: "WAT-01", conduct: conduct, facts: "超标排放")
    }

    /// From the filing to the notice, and on to the decision and its service.
    private static func general(_ begin: CivilDate, fine: Int64, planned: Int64? = nil, isGrave: Bool = false) throws
        -> CasePlan
    {
        let calendar = try WorkCalendar(catalog.get())
        var plan = CasePlan(procedure: "PEN-GENERAL", opened: begin, reviewed: begin.adding(days: 85))
        plan.charge = try charged(begin)
        let told = begin.adding(days: 20)
        let waited = calendar.deadline(of: PeriodLength(5, .working), from: told, roll: .none, paused: []).day
        let decided = waited.adding(days: 2)
        let amount = planned ?? fine
        let cited: [String: PaperValue] = [
            "违反条款": .text("《中华人民共和国生态环境法典》第一百五十一条"), "处罚依据": .text("《中华人民共和国生态环境法典》第一千一百零七条"),
        ]
        let officers = [officer("p-first"), officer("p-second")]
        plan.steps = [
            Step(action: "立案", day: begin, person: "p-boss", role: "director"),
            Step(
                action: "调查取证", day: begin.adding(days: 2), person: "p-first", role: "enforcement", officers: officers),
            Step(
                action: "调查终结", day: begin.adding(days: 12), person: "p-first", role: "enforcement",
                facts: ["当事人类型": .text("单位"), "情节复杂或者重大违法": .flag(isGrave), "拟处罚款": .money(amount * 100)]),
            Step(action: "审查案件", day: begin.adding(days: 14), person: "p-captain", role: "enforcement-captain"),
            Step(action: "事先告知", day: told, person: "p-first", role: "enforcement"),
            Step(action: "复核陈述申辩", day: waited.adding(days: 1), person: "p-first", role: "enforcement"),
            Step(
                action: isGrave ? "审核通过且须集体讨论" : "审核通过", day: waited.adding(days: 1), person: "p-legal", role: "legal"),
            Step(
                action: "作出处罚决定", day: decided, person: "p-boss", role: "director",
                facts: ["罚款数额": .money(fine * 100)]),
        ]
        plan.sheets = [
            Sheet(document: "立案审批表", day: begin), Sheet(document: "现场检查（勘察）笔录", day: begin.adding(days: 2)),
            Sheet(document: "调查询问笔录", day: begin.adding(days: 2)), Sheet(document: "采样记录", day: begin.adding(days: 2)),
            Sheet(document: "监测报告", day: begin.adding(days: 6)),
            Sheet(document: "案件调查报告", day: begin.adding(days: 12), values: cited),
            Sheet(
                document: "行政处罚事先（听证）告知书", day: told,
                values: cited.merging([
                    "拟处罚款": .money(amount * 100), "告知听证": .flag(amount >= 200_000), "听证权": .text("有权要求听证"),
                ]) { $1 }),
            Sheet(document: "送达回证", day: told), Sheet(document: "陈述申辩复核意见", day: waited.adding(days: 1)),
            Sheet(document: "法制审核意见书", day: waited.adding(days: 1)),
            Sheet(document: "行政处罚决定书", day: decided, values: cited.merging(["罚款数额": .money(fine * 100)]) { $1 }),
        ]
        return plan
    }

    /// The party defends itself, and the fine becomes smaller.
    private static func defended(_ begin: CivilDate) throws -> CasePlan {
        var plan = try general(begin, fine: 110_000, planned: 150_000)
        let told = plan.steps[plan.place("事先告知")].day
        plan.steps.append(Step(action: "收到陈述申辩", day: told.adding(days: 2), person: "p-first", role: "enforcement"))
        plan.sheets.append(Sheet(document: "陈述申辩书或者笔录", day: told.adding(days: 2)))
        return plan
    }

    /// The fine is high enough for a hearing, which is asked for and held.
    private static func heard(_ begin: CivilDate) throws -> CasePlan {
        var plan = try general(begin, fine: 300_000)
        let told = plan.steps[plan.place("事先告知")].day
        plan.steps.removeAll { $0.action == "复核陈述申辩" }
        plan.steps.append(Step(action: "申请听证", day: told.adding(days: 2), person: "p-first", role: "enforcement"))
        let held = told.adding(days: 20)
        plan.steps.append(Step(action: "听证结束", day: held, person: "p-legal", role: "legal"))
        plan.sheets.append(Sheet(document: "听证笔录", day: held))
        let review = plan.place("审核通过")
        plan.steps[review].day = held.adding(days: 1)
        plan.steps[plan.place("作出处罚决定")].day = held.adding(days: 3)
        plan.sheets[plan.sheet("法制审核意见书")].day = held.adding(days: 1)
        plan.sheets[plan.sheet("行政处罚决定书")].day = held.adding(days: 3)
        return plan
    }

    /// A grave case with a high fine, decided by the leaders together.
    private static func discussed(_ begin: CivilDate) throws -> CasePlan {
        var plan = try general(begin, fine: 600_000, isGrave: true)
        let decided = plan.steps[plan.place("作出处罚决定")].day
        plan.steps.append(Step(action: "集体讨论决定", day: decided, person: "p-boss", role: "director"))
        // The discussion comes before the decision of the same day.
        let last = plan.steps.removeLast()
        plan.steps.insert(last, at: plan.place("作出处罚决定"))
        plan.sheets.append(Sheet(document: "集体讨论记录", day: decided, signers: ["p-boss", "p-deputy", "p-chief"]))
        return plan
    }

    private static func daily(_ begin: CivilDate, days: Int) -> CasePlan {
        let served = begin.adding(days: -days)
        var plan = CasePlan(procedure: "DAILY", opened: begin, reviewed: begin.adding(days: 60))
        let told = begin.adding(days: 3)
        let decided = told.adding(days: 20)
        plan.steps = [
            Step(action: "再次送达责令改正", day: begin, person: "p-first", role: "enforcement"),
            Step(
                action: "确认原处罚决定已送达", day: begin.adding(days: 1), person: "p-legal", role: "legal",
                facts: ["原处罚决定送达日期": .date(begin.adding(days: -2)), "原处罚款": .money(20_000_000)]),
            Step(action: "按日处罚告知", day: told, person: "p-first", role: "enforcement"),
            Step(
                action: "作出按日处罚决定", day: decided, person: "p-boss", role: "director",
                facts: [
                    "责令改正送达日期": .date(served), "计罚截止日期": .date(begin), "罚款数额": .money(20_000_000 * Int64(days)),
                ]),
        ]
        plan.sheets = [
            Sheet(document: "再次责令改正违法行为决定书", day: begin), Sheet(document: "按日连续处罚事先（听证）告知书", day: told),
            Sheet(document: "按日连续处罚决定书", day: decided),
        ]
        return plan
    }

    private static func seizure(_ begin: CivilDate, days: Int) -> CasePlan {
        var plan = CasePlan(procedure: "SEIZE", opened: begin, reviewed: begin.adding(days: 80))
        plan.steps = [
            Step(action: "审批", day: begin, person: "p-boss", role: "director"),
            Step(
                action: "实施", day: begin, person: "p-first", role: "enforcement",
                officers: [officer("p-first"), officer("p-second")], confirmations: ["当场告知"]),
            Step(action: "解除", day: begin.adding(days: days), person: "p-boss", role: "director"),
        ]
        plan.sheets = [
            Sheet(document: "查封/扣押审批表", day: begin), Sheet(document: "查封/扣押决定书", day: begin),
            Sheet(document: "现场笔录", day: begin), Sheet(document: "清单", day: begin),
            Sheet(document: "解除查封/扣押决定书", day: begin.adding(days: days)),
        ]
        return plan
    }
}
