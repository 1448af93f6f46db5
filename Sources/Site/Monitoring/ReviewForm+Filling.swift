import Accounts
import Monitoring
import Standards

extension ReviewForm {
    /// - Parameters:
    ///   - action: the page itself takes the post.
    ///   - hour: the one hour it judges; nil where hours are chosen in the table.
    ///   - attempt: a refused review whose content stays in the form.
    /// - Throws: `CatalogError` when no list of reasons is in force.
    init(
        action: SiteURL, date: CivilDate, hour: Int?, attempt: ReviewAttempt?, in context: PageContext
    ) throws {
        var hidden = [
            Hidden(name: FormToken.field, value: context.services.formToken.text),
            Hidden(name: "date", value: date.description),
        ]
        if let hour { hidden.append(Hidden(name: "hour", value: ReviewAttempt.hourValue(date, hour))) }
        self.init(
            action: action.path, hidden: hidden,
            items: AirItem.allCases.map {
                Choice(value: $0.rawValue, label: $0.screenName, isChosen: attempt?.items.contains($0) ?? true)
            },
            reasons: try HourReviewReasons(context.catalog, on: context.today).all.map {
                Choice(value: $0.code, label: "\($0.digit) \($0.title)", isChosen: attempt?.reason == $0.code)
            },
            note: attempt?.note ?? "", citation: attempt?.citation ?? "",
            reviewerName: context.services.visitor.reviewerName, reviewerTyped: attempt?.reviewer ?? "",
            error: attempt?.error)
    }
}

extension Visitor {
    /// The name under which somebody signed in reviews; nil where it must be typed.
    var reviewerName: String? {
        if case .signedIn(let person) = self { person.person.name } else { nil }
    }
}
