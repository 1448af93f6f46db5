/// Why something was not put into a case file, in Chinese: what is wrong, where, and how to mend it.
package struct CaseFileRefusal: Error, Hashable, Sendable {
    package enum Code: String, Sendable {
        /// The matter is over.
        case ended
        /// A field is empty; `detail` is its name.
        case missing
        /// A field cannot be taken as it is; `detail` says which and why.
        case wrong
        /// Somebody changed it since it was on screen; `detail` is the record.
        case changed
        /// The post may not do it; `detail` is the post that may.
        case notInPost
        /// The provision does not hold for this conduct; `detail` says which do.
        case foreignProvision
        /// Only one law covers the conduct: there is nothing to choose.
        case nothingToChoose
        /// The legal section has not yet decided which law is applied.
        case lawUndecided
        /// The provision has several fines and none was chosen; `detail` are their cases.
        case tierMissing
        /// No fine may be imposed yet; `detail` is what it waits for.
        case noFineYet
        /// There are tables in force and none was chosen; `detail` are their titles.
        case tableMissing
        /// The amount leaves what the law allows; `detail` is the range.
        case beyondLaw
        /// The amount leaves what the table gives and no reason is stated; `detail` is what it gives.
        case reasonMissing
        /// The piece of evidence does not count any more; `detail` is its number.
        case excluded
        /// There is none of this id or number; `detail` is what was named.
        case unknown
    }

    package let code: Code
    package let detail: String

    package init(_ code: Code, _ detail: String = "") {
        self.code = code
        self.detail = detail
    }

    /// What is refused and how to mend it.
    package var message: String {
        switch code {
        case .ended: "办件已经办结，案卷不再改动。确须更正的，先按程序恢复办理。"
        case .missing: "“\(detail)”没有填写，没有记入。"
        case .wrong: "\(detail)，没有记入。"
        case .changed: "刚才已被他人修改（台账第 \(detail) 条），没有记入。请看过最新内容再改。"
        case .notInPost: "这一项由\(detail)决定，没有记入。"
        case .foreignProvision: "这条规定不适用于这一行为的日期，不能引用。可以适用的是：\(detail)。"
        case .nothingToChoose: "行为和决定都在同一部法律施行期间，不须选择法律，没有记入。"
        case .lawUndecided: "行为与决定之间法律有变化，或者行为连续、继续：须先由法制审核决定适用的法律并写明理由，再裁量。"
        case .tierMissing: "罚款有几档，请先在案由中选定：\(detail)。"
        case .noFineYet: "按所适用的法律，现在还不能罚款：\(detail)。"
        case .tableMissing: "有现行的裁量基准，请从中选择：\(detail)。"
        case .beyondLaw: "数额超出法定幅度（\(detail)），没有记入。低于法定最低的，须写明减轻处罚的依据并经集体讨论。"
        case .reasonMissing: "数额须写明理由（按基准为 \(detail)），没有记入。"
        case .excluded: "证据 \(detail) 已不予采信，不能引用或改动。"
        case .unknown: "案卷中没有“\(detail)”，没有记入。"
        }
    }
}
