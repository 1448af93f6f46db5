import Standards

extension ReviewForm {
    /// - Parameters:
    ///   - action: the page itself takes the post.
    ///   - hour: the one hour it judges; nil where hours are chosen in the table.
    ///   - attempt: a refused review whose content stays in the form.
    init(action: SiteURL, date: CivilDate, hour: Int?, attempt: ReviewAttempt?, token: FormToken) {
        var hidden = [
            Hidden(name: FormToken.field, value: token.text), Hidden(name: "date", value: date.description),
        ]
        if let hour { hidden.append(Hidden(name: "hour", value: ReviewAttempt.hourValue(date, hour))) }
        self.init(
            action: action.path, hidden: hidden,
            items: AirItem.allCases.map {
                Choice(value: $0.rawValue, label: $0.screenName, isChosen: attempt?.items.contains($0) ?? true)
            },
            reasons: ReviewReason.allCases.map {
                Choice(value: $0.rawValue, label: $0.label, isChosen: attempt?.reason == $0.rawValue)
            },
            note: attempt?.note ?? "", reviewerName: nil, reviewerTyped: attempt?.reviewer ?? "", error: attempt?.error)
    }
}
