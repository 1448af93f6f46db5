import Casework
import Catalog
import Law
import Standards

/// Facts, articles, amounts.
extension CaseReview {
    private static let deciding = ["行政处罚决定书", "按日连续处罚决定书", "不予行政处罚决定书"]

    /// A report of measurement has its approval, and the samples their record (处罚办法第30条).
    var sampling: CaseVerdict {
        let reports = papers("监测报告", "检测鉴定报告")
        let others = file.evidence.filter { $0.document == "监测报告" && $0.excluded == nil }
        guard !reports.isEmpty || !others.isEmpty else { return .notConcerned }
        var faults = reports.filter { text($0, "CMA编号") == nil }.map { _ in "监测报告没有 CMA 编号" }
        faults += others.filter { $0.values["CMA编号"]?.isEmpty ?? true }.map { "证据\($0.number)“\($0.title)”没有 CMA 编号" }
        let hasRecord =
            !papers("采样记录").isEmpty || file.evidence.contains { $0.document == "采样记录" && $0.excluded == nil }
        if !hasRecord { faults.append("有监测报告而没有采样记录") }
        return CaseVerdict(faults)
    }

    /// The report of the investigation says whether the party was at fault.
    var fault: CaseVerdict {
        let reports = papers("案件调查报告")
        guard !reports.isEmpty else { return .notConcerned }
        return CaseVerdict(reports.filter { text($0, "主观过错") == nil }.map { _ in "案件调查报告没有写主观过错" })
    }

    /// The articles of the decision are those of the violation, by the law that is applied.
    var provision: CaseVerdict {
        let decisions = papers("行政处罚决定书")
        guard !decisions.isEmpty else { return .notConcerned }
        guard !file.charges.isEmpty else { return .undecided("没有登记违法行为，不能核对条款") }
        var faults: [String] = []
        for charge in file.charges {
            guard let found = charge.provision(violations) else {
                faults.append("违法行为\(charge.violation)在行为时没有条文")
                continue
            }
            let penalty = ArticleCitation.formal(found.penalty)
            for paper in decisions where !(text(paper, "处罚依据") ?? "").contains(penalty) {
                faults.append("《\(paper.document)》的处罚依据没有\(penalty)")
            }
            let violated = found.violated.map(ArticleCitation.formal)
            for paper in decisions where !violated.contains(where: { (text(paper, "违反条款") ?? "").contains($0) }) {
                faults.append("《\(paper.document)》的违反条款不是\(violated.joined(separator: "、"))")
            }
        }
        return CaseVerdict(faults)
    }

    /// Every law cited in 《》 is in force: for the violation on the day of the conduct or of the decision.
    var inForce: CaseVerdict {
        let decisions = file.papers.filter { Self.deciding.contains($0.document) && !$0.isSpoiled }
        guard !decisions.isEmpty else { return .notConcerned }
        let ends = file.charges.map(\.conduct.end)
        guard !ends.isEmpty else { return .undecided("没有登记违法行为的日期，不能核对法律的施行期间") }
        var faults: [String] = []
        for paper in decisions {
            for name in Self.cited((text(paper, "违反条款") ?? "") + (text(paper, "处罚依据") ?? "")) {
                let short = name.hasPrefix("中华人民共和国") ? String(name.dropFirst("中华人民共和国".count)) : name
                let versions = instruments.versions(of: name) + instruments.versions(of: short)
                guard !versions.isEmpty else { continue }
                let days = ends + [decisionDay]
                let isInForce = versions.contains { version in days.contains(where: version.effective.contains) }
                if !isInForce { faults.append("《\(paper.document)》引用的《\(name)》在行为时和决定时都不施行") }
                let isOnlyOld =
                    isInForce && !versions.contains { version in ends.contains(where: version.effective.contains) }
                if isOnlyOld, versions.allSatisfy({ $0.effective.to ?? .last < ends.max() ?? .first }) {
                    faults.append("《\(paper.document)》引用的《\(name)》在行为时已经废止")
                }
            }
        }
        return CaseVerdict(faults)
    }

    /// The names between 《 and 》.
    private static func cited(_ text: String) -> [String] {
        var names: [String] = []
        for piece in text.split(separator: "《").dropFirst(text.hasPrefix("《") ? 0 : 1) {
            guard let end = piece.firstIndex(of: "》") else { continue }
            let name = String(piece[..<end])
            if !names.contains(name) { names.append(name) }
        }
        return names
    }

    /// The fine lies within what the law allows for the violations together.
    var range: CaseVerdict {
        guard isDeciding, file.matter.procedure.id == "PEN-GENERAL", let fine = money("罚款数额") else {
            return .notConcerned
        }
        var least = Int64.max
        var most: Int64 = 0
        for charge in file.charges {
            guard let provision = charge.provision(violations) else { continue }
            for tier in provision.tiers {
                guard tier.base == nil, let range = try? tier.range() else {
                    return .undecided("“\(tier.when)”的罚款以\(tier.base ?? "其他数额")计算，不能自动核对")
                }
                least = min(least, range.lowerBound.fen)
                most += range.upperBound.fen
            }
        }
        guard most > 0 else { return .undecided("没有登记违法行为，不能核对法定幅度") }
        guard fine.fen < least || fine.fen > most else { return .clear }
        return .found(["罚款\(fine)，法定幅度\(Money(fen: least))至\(Money(fen: most))"])
    }

    /// The case was filed within two years of the end of the conduct, five where it did harm.
    var limitation: CaseVerdict {
        guard let filed = taken("立案").first?.day else { return .notConcerned }
        guard !file.charges.isEmpty else { return .undecided("没有登记违法行为的日期，不能核对追责期限") }
        func late(_ charge: Charge, harmful: Bool) -> Limitation? {
            let limitation = Limitation(charge.conduct, hasCausedHarm: harmful, by: principles)
            return limitation.hasPassed(on: filed) ? limitation : nil
        }
        let faults = file.charges.compactMap { charge in
            late(charge, harmful: true).map {
                "违法行为终了于\(charge.conduct.end)，立案于\(filed)，超过\($0.years)年（\($0.basis)）"
            }
        }
        if !faults.isEmpty { return .found(faults) }
        guard let doubtful = file.charges.compactMap({ late($0, harmful: false) }).first else { return .clear }
        return .undecided("立案距违法行为终了超过\(doubtful.years)年，须有造成污染、破坏后果的证据")
    }
}
