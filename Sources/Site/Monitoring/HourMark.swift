import Monitoring

/// Where an hour stands between the automatic checks and the reviewers.
enum HourMark: Hashable {
    /// A check asks, nobody has answered.
    case query
    /// 认可.
    case kept
    /// 存疑 for at least one item.
    case doubted
    /// 剔除, or a manual value in its place, for at least one item.
    case rejected

    /// - Parameters:
    ///   - values: the reviewed values of the hour.
    ///   - isReviewedHere: whether this bureau may answer at all.
    init?(values: [ReviewedValue], questions: [AirFinding], isReviewedHere: Bool) {
        let marks = values.compactMap { HourMark($0) }
        if marks.contains(.rejected) {
            self = .rejected
        } else if marks.contains(.doubted) {
            self = .doubted
        } else if marks.contains(.kept) {
            self = .kept
        } else if !questions.isEmpty, isReviewedHere {
            self = .query
        } else {
            return nil
        }
    }

    /// What was decided about one value; nil where nothing stands.
    init?(_ value: ReviewedValue) {
        switch value.standing?.decision {
        case .accepted: self = .kept
        case .doubted: self = .doubted
        case .rejected, .entered: self = .rejected
        case .undone, nil: return nil
        }
    }

    /// The class of the style sheet.
    var className: String {
        switch self {
        case .query: "query"
        case .kept: "kept"
        case .doubted: "doubted"
        case .rejected: "rejected"
        }
    }

    /// The sign, so that it is not colour alone.
    var sign: String {
        switch self {
        case .query: "?"
        case .kept: "✓"
        case .doubted: "疑"
        case .rejected: "×"
        }
    }

    /// The state in words.
    var name: String {
        switch self {
        case .query: "待核"
        case .kept: "认可"
        case .doubted: "存疑"
        case .rejected: "剔除"
        }
    }
}
