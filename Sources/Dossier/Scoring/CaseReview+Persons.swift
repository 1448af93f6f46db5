import Casework
import Standards

/// Who did what, and to whom.
extension CaseReview {
    private static let investigating = ["调查取证", "先行登记保存", "调查终结", "组织复查", "再次复查", "实施", "紧急当场实施"]
    private static let scenes = ["调查取证", "先行登记保存", "组织复查", "再次复查", "实施", "紧急当场实施"]

    /// Two officers with valid certificates at everything that is done on the scene (行政处罚法第42条).
    var officers: CaseVerdict {
        let steps = Self.scenes.flatMap { taken($0) }
        guard !steps.isEmpty else { return .notConcerned }
        return CaseVerdict(
            steps.flatMap { taken -> [String] in
                let valid = taken.step.officers.filter { $0.valid.contains(taken.day) && !$0.certificate.isEmpty }
                let invalid = taken.step.officers.count - valid.count
                let count = Set(valid.map(\.person)).count
                if count >= 2 { return [] }
                let why = invalid > 0 ? "，证件无效 \(invalid) 人" : ""
                return ["步骤“\(taken.step.action)”（\(taken.day)）有效执法人员 \(count) 人\(why)"]
            })
    }

    /// One name in all papers, that of the party of the case.
    var sameParty: CaseVerdict {
        let elements = ["当事人", "被检查单位", "被采样单位", "申请人"]
        let named = file.papers.filter { !$0.isSpoiled }.compactMap { paper -> (String, String)? in
            for element in elements { if let name = text(paper, element) { return (paper.document, name) } }
            return nil
        }
        guard let first = file.parties.first?.name ?? named.first?.1 else { return .notConcerned }
        return CaseVerdict(named.filter { $0.1 != first }.map { "《\($0.0)》写“\($0.1)”，应为“\(first)”" })
    }

    /// Who investigated neither examines nor reviews the case.
    var apart: CaseVerdict {
        let examined = taken("审查案件", "审核通过", "审核通过且须集体讨论", "审核退回补正", "听证结束", "举行听证")
        guard !examined.isEmpty else { return .notConcerned }
        let investigators = Self.investigating.flatMap { taken($0) }.reduce(into: Set<String>()) {
            $0.formUnion($1.persons)
        }
        return CaseVerdict(
            examined.flatMap { step in
                step.persons.intersection(investigators).sorted().map { person in
                    "\(person)调查过本案，又办“\(step.step.action)”（\(step.day)）"
                }
            })
    }
}
