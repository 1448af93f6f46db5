/// Why something was not done with a draft.
package struct DraftRefusal: Error, Hashable, Sendable {
    package enum Code: String, Sendable {
        /// The document goes no way: it is sealed on its page.
        case noWay
        /// There is no such draft.
        case unknownDraft
        /// Somebody else acted since the page was shown; `detail` is the record.
        case moved
        /// It stands at another stage, `detail`.
        case otherStage
        /// None of the actor's posts, `detail` names those that may.
        case otherPost
        /// The same person did what must be done by two.
        case samePerson
        /// A fact is missing or none of the words; `detail` is what it is called.
        case missingFact
        /// Slots without text, `detail`.
        case emptySlots
        /// Numbers in prose without a home, `detail`.
        case looseNumbers
        /// Stated values or figures that a text names and that are not there, `detail`.
        case unknownNumbers
        /// Sections that have not confirmed all their figures as they are printed now, `detail`.
        case unconfirmed
        /// 公开属性 or 保密审查 is not settled, `detail`.
        case unsettled
        /// The number of the document is taken by another one, `detail`.
        case takenNumber
        /// Identities between figures that do not hold, `detail`.
        case brokenIdentity
        /// The document is not published because of 公开属性 or the review.
        case notPublic
        /// Another draft of the same document and period is on its way, `detail`.
        case alreadyDrafted
        /// The period is not over yet.
        case periodOpen
        /// The document cannot be made yet: the capability `detail` it waits for is not there.
        case waiting
        /// A text is too long or a value is no number; `detail` says what.
        case malformed
    }

    package let code: Code
    package let detail: String

    package init(_ code: Code, _ detail: String = "") {
        self.code = code
        self.detail = detail
    }

    /// What is wrong and how to mend it.
    package var message: String {
        switch code {
        case .noWay: "这种文件不走拟稿流程，请在报告页面直接封存"
        case .unknownDraft: "没有编号为“\(detail)”的稿件"
        case .moved: "打开页面以后别人已经办理（台账第 \(detail) 条），请刷新页面，看过以后再办"
        case .otherStage: "稿件现在在“\(detail)”环节，不能这样办理"
        case .otherPost: "这一步由\(detail)办理，您的账户没有这个岗位"
        case .samePerson: "\(detail)，应由另一人办理"
        case .missingFact: "没有填写“\(detail)”，或者不在可选范围内"
        case .emptySlots: "还有没有填写的部分：\(detail)"
        case .looseNumbers: "文字中有没有出处的数字：\(detail)。请改为引用指标 {{…}}，或登记为上级核定、手工数后写 {=名称}"
        case .unknownNumbers: "文字中引用的数字不存在：\(detail)"
        case .unconfirmed: "数据没有确认完：\(detail)"
        case .unsettled: "还没有\(detail)"
        case .takenNumber: "发文字号“\(detail)”已经用过，每个字号只用一次"
        case .brokenIdentity: "数据之间的关系不成立：\(detail)"
        case .notPublic: "公开属性不是主动公开，或者保密审查没有通过，不能公开"
        case .alreadyDrafted: "同一时段的这种文件已有稿件在办（\(detail)）"
        case .periodOpen: "时段还没有结束，不能拟稿"
        case .waiting: "这种文件未启用：\(detail)"
        case .malformed: "\(detail)"
        }
    }
}
