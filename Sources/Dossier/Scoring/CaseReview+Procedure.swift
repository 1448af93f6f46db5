import Casework
import Law
import Standards

/// Notice, hearing, review, discussion.
extension CaseReview {
    private static let notices = ["行政处罚事先（听证）告知书", "按日连续处罚事先（听证）告知书"]

    private var noticePapers: [CasePaper] {
        file.papers.filter { Self.notices.contains($0.document) && !$0.isSpoiled }
    }

    /// The party was told, and had five workdays, counted as workdays (行政处罚法第44条、第64条、第85条).
    var notice: CaseVerdict {
        guard isDeciding else { return .notConcerned }
        let told = taken("事先告知", "按日处罚告知")
        guard let last = told.last else { return .found(["作出决定前没有事先告知"]) }
        var faults: [String] = []
        if noticePapers.isEmpty { faults.append("没有事先告知书") }
        faults += noticePapers.filter { text($0, "陈述申辩权") == nil }.map { "《\($0.document)》没有告知陈述申辩权" }
        let received = last.step.clockDays["陈述申辩期"] ?? last.day
        let five = PeriodLength(5, .working)
        let end = calendar.deadline(of: five, from: received, roll: .none, paused: []).earliest
        let waived = taken("复核陈述申辩").contains { $0.step.confirmations["放弃陈述申辩"] != nil }
        let heard = !taken("听证结束").isEmpty
        if decisionDay <= end, !waived, !heard {
            faults.append("告知书\(received)送达，陈述申辩期至\(end)，决定于\(decisionDay)作出")
        }
        return CaseVerdict(faults)
    }

    /// A defence is considered, and makes nothing worse (行政处罚法第45条).
    var defence: CaseVerdict {
        let defences = taken("收到陈述申辩")
        guard isDeciding, !defences.isEmpty else { return .notConcerned }
        var faults: [String] = []
        if taken("复核陈述申辩").isEmpty { faults.append("收到陈述申辩而没有复核") }
        let planned = noticePapers.compactMap { paper -> Int64? in
            if case .money(let fen)? = paper.values["拟处罚款"] { fen } else { nil }
        }.max()
        if let planned, let fine = money("罚款数额"), fine.fen > planned {
            faults.append("告知拟罚\(Money(fen: planned))，申辩后罚\(fine)")
        }
        return CaseVerdict(faults)
    }

    /// Who is entitled to a hearing is told so, and heard when asking in time (行政处罚法第63条).
    var hearing: CaseVerdict {
        guard isDeciding, let told = taken("事先告知").last else { return .notConcerned }
        var faults: [String] = []
        var kind = Party.Kind.entity
        if case .text("公民")? = fact("当事人类型") { kind = .citizen }
        let planned =
            noticePapers.compactMap { paper -> Money? in
                if case .money(let fen)? = paper.values["拟处罚款"] { Money(fen: fen) } else { nil }
            }.max() ?? money("拟处罚款")
        if let planned, powers.entitlesToHearing(planned, of: kind),
            noticePapers.contains(where: { $0.values["告知听证"] == .flag(false) || text($0, "听证权") == nil })
        {
            faults.append("拟罚\(planned)达到听证数额，告知书（\(told.day)）没有告知听证权")
        }
        if let asked = taken("申请听证").last, taken("听证结束").isEmpty {
            faults.append("\(asked.day)申请听证，没有举行听证")
        }
        return CaseVerdict(faults)
    }

    /// A seizure is explained on the spot (行政强制法第18条).
    var seizureNotice: CaseVerdict {
        let seized = taken("实施", "紧急当场实施")
        guard !seized.isEmpty, file.matter.procedure.id == "SEIZE" else { return .notConcerned }
        var faults = seized.filter { $0.step.confirmations["当场告知"] == nil }.map { "\($0.day)查封扣押没有当场告知的确认" }
        faults += papers("查封/扣押决定书").filter { text($0, "当场告知") == nil }.map { _ in "查封（扣押）决定书没有当场告知的记载" }
        return CaseVerdict(faults)
    }

    /// Grave cases and high fines are discussed by the leaders together, and no investigator votes (行政处罚法第57条第2款).
    var discussion: CaseVerdict {
        guard isDeciding, file.matter.procedure.id == "PEN-GENERAL" else { return .notConcerned }
        let isGrave = fact("情节复杂或者重大违法") == .flag(true)
        let isHigh = fine.map { $0 >= powers.discussion } ?? false
        let discussed = taken("集体讨论决定")
        guard isGrave || isHigh || !discussed.isEmpty else { return .clear }
        var faults: [String] = []
        if discussed.isEmpty {
            let amount = fine.map { "，罚款\($0)" } ?? ""
            faults.append("\(isGrave ? "情节复杂或者重大违法" : "达到集体讨论数额")\(amount)，没有集体讨论")
        }
        let investigators = taken("调查取证", "调查终结").reduce(into: Set<String>()) { $0.formUnion($1.persons) }
        let voters = discussed.reduce(into: Set<String>()) { $0.formUnion($1.persons) }
            .union(papers("集体讨论记录").flatMap { $0.completion?.signers.compactMap(\.person) ?? [] })
        faults += voters.intersection(investigators).sorted().map { "调查人员\($0)参加表决" }
        return CaseVerdict(faults)
    }

    /// What was discussed before the party spoke is discussed again.
    var discussedAgain: CaseVerdict {
        let discussed = taken("集体讨论决定")
        guard isDeciding, let last = discussed.last else { return .notConcerned }
        let spoken = taken("收到陈述申辩", "听证结束", "补充新证据").map(\.day).max()
        guard let spoken, last.day < spoken else { return .clear }
        return .found(["\(last.day)集体讨论之后，\(spoken)又有申辩、听证或者新证据，没有再次讨论"])
    }

    /// The legal section agreed before the decision, and after the last new evidence (行政处罚法第58条).
    var legalReview: CaseVerdict {
        guard isDeciding, file.matter.procedure.id == "PEN-GENERAL", powers.reviewsAll else { return .notConcerned }
        let reviews = taken("审核通过", "审核通过且须集体讨论")
        guard let last = reviews.last, last.day <= decisionDay else { return .found(["作出决定前没有法制审核"]) }
        let news = taken("补充新证据").map(\.entry.number).max() ?? 0
        var faults = news > last.entry.number ? ["补充新证据之后没有再次法制审核"] : []
        if papers("法制审核意见书").isEmpty { faults.append("没有法制审核意见书") }
        return CaseVerdict(faults)
    }

    /// The re-inspection comes within thirty days of the order to correct.
    var reinspection: CaseVerdict {
        guard file.matter.procedure.id == "DAILY", isDeciding else { return .notConcerned }
        guard let served = date("责令改正送达日期"), let found = date("计罚截止日期") else {
            return .undecided("没有责令改正送达日期或者复查日期")
        }
        let limit = served.adding(days: 30)
        return found > limit ? .found(["责令改正\(served)送达，\(found)才复查，应在\(limit)前"]) : .clear
    }

    /// The days and the product.
    var dailyAmount: CaseVerdict {
        guard file.matter.procedure.id == "DAILY", isDeciding else { return .notConcerned }
        guard let first = money("原处罚款"), let fine = money("罚款数额"), let served = date("责令改正送达日期"),
            let found = date("计罚截止日期")
        else { return .undecided("没有原处罚款、罚款数额或者计罚日期") }
        guard let round = try? DailyPenalty.Round(served: served, found: found),
            let due = try? DailyPenalty(of: first, rounds: [round])
        else { return .found(["计罚截止日期\(found)不在责令改正送达日期\(served)之后"]) }
        return due.amount == fine ? .clear : .found(["罚款\(fine)，应为\(due.arithmetic)"])
    }

    /// The first decision was served before this one was made.
    var dailyOrder: CaseVerdict {
        guard file.matter.procedure.id == "DAILY", isDeciding else { return .notConcerned }
        guard let served = date("原处罚决定送达日期") else { return .found(["没有原处罚决定送达的记载"]) }
        return served <= decisionDay ? .clear : .found(["原处罚决定\(served)送达，按日处罚决定\(decisionDay)作出"])
    }

    /// A seizure ends within its thirty days, or sixty where it was extended; times of testing do not count (行政强制法第25条).
    var seizureTerm: CaseVerdict {
        guard file.matter.procedure.id == "SEIZE",
            let clock = file.matter.clocks.last(where: { $0.run.terms.name == "查封扣押期限" })
        else { return .notConcerned }
        let ended = clock.run.stopped?.beijingDate
        guard (ended ?? day) > clock.deadline.day else { return .clear }
        let what = ended.map { "\($0)才解除" } ?? "至今没有解除"
        return .found(["查封扣押期限\(clock.deadline.day)届满，\(what)"])
    }
}
