import Monitoring

/// Where an hour stands between the automatic checks and the reviewers.
enum HourMark: Hashable {
    /// A check asks, nobody has answered.
    case query
    /// 认可.
    case kept
    /// 存疑 for at least one item.
    case doubted

    /// - Parameters:
    ///   - reviews: decisions about the hour, oldest first; the last one about each item counts.
    ///   - isReviewedHere: whether this bureau may answer at all.
    init?(reviews: [HourReview], questions: [AirFinding], isReviewedHere: Bool) {
        var latest: [String: ReviewActions.Decision] = [:]
        for review in reviews { latest[review.item] = review.decision }
        if latest.values.contains(.doubted) {
            self = .doubted
        } else if !latest.isEmpty {
            self = .kept
        } else if !questions.isEmpty, isReviewedHere {
            self = .query
        } else {
            return nil
        }
    }

    /// The class of the style sheet.
    var className: String {
        switch self {
        case .query: "query"
        case .kept: "kept"
        case .doubted: "doubted"
        }
    }

    /// The sign, so that it is not colour alone.
    var sign: String {
        switch self {
        case .query: "?"
        case .kept: "✓"
        case .doubted: "×"
        }
    }

    /// The state in words.
    var name: String {
        switch self {
        case .query: "待核"
        case .kept: "认可"
        case .doubted: "存疑"
        }
    }
}
