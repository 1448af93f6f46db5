import Catalog
import Judging
import Law
import Standards

extension ViolationPage.TableForm {
    /// - Parameter provision: the law of the case; nil where it is not known, and nothing is computed.
    init(
        _ table: DiscretionTable, _ query: ViolationQuery,
        _ days: (start: CivilDate, end: CivilDate, decided: CivilDate), _ provision: Provision?
    ) {
        let isAsked = query.table == table.id
        func chosen(_ name: String) -> String? { isAsked ? query.choices[name] : nil }
        var selects: [Select] = []
        func add(_ name: String, _ label: String, _ values: [String], empty: String? = nil) {
            let options = (empty.map { [ReviewForm.Choice(value: "", label: $0, isChosen: chosen(name) == nil)] } ?? [])
            selects.append(
                Select(
                    name: name, label: label,
                    options: options
                        + values.map { ReviewForm.Choice(value: $0, label: $0, isChosen: $0 == chosen(name)) }))
        }
        let tiers = provision?.tiers.filter { $0.base == nil } ?? []
        if tiers.count > 1 { add("tier", "法定幅度", tiers.map(\.when)) }
        if table.scales.count > 1 { add("scale", "适用对象", table.scales.map(\.name)) }
        if table.model == .bands {
            add("band", "情形", table.bands.map(\.when))
            add("degree", "情节", DiscretionRequest.Degree.allCases.map(\.rawValue))
        }
        for (place, factor) in table.factors.enumerated() {
            add("f\(place)", factor.name, factor.levels.map(\.name), empty: "没有查明")
        }
        let base = table.scales.compactMap(\.of).first
        let (result, error) = isAsked ? Self.computed(table, query, provision) : (nil, nil)
        var hidden = [
            ReviewForm.Hidden(name: "start", value: "\(days.start)"),
            ReviewForm.Hidden(name: "end", value: "\(days.end)"),
            ReviewForm.Hidden(name: "decided", value: "\(days.decided)"),
        ]
        if query.hasRefused { hidden.append(ReviewForm.Hidden(name: "refused", value: "yes")) }
        if query.isSerious { hidden.append(ReviewForm.Hidden(name: "serious", value: "yes")) }
        self.init(
            id: table.id, title: table.title, daysText: table.effective.chinese,
            ruleHref: SiteURL.rule(table.id).path, hidden: hidden, selects: selects,
            base: base.map {
                ViolationPage.DateField(name: "base", label: "\($0)（元）", value: chosen("base") ?? "")
            },
            result: result, error: error)
    }

    private static func computed(
        _ table: DiscretionTable, _ query: ViolationQuery, _ provision: Provision?
    ) -> (ViolationPage.Result?, String?) {
        guard let provision else { return (nil, "还没有确定适用的法律，没有计算。请先核对上面的日期。") }
        do throws(LawError) {
            let request = query.request(of: table)
            let when = query.choices["tier"]
            guard let tier = provision.tiers.first(where: { when == nil || $0.when == when }) else {
                throw LawError(.unknownChoice, detail: "法定幅度")
            }
            let result = try table.fine(
                request, within: try tier.range(of: request.base), under: provision.law)
            return (
                ViolationPage.Result(
                    fineText: LawWords.range(result.fine), formalText: result.amount?.formalText,
                    arithmetic: result.arithmetic, statutoryText: "\(tier.when)：\(LawWords.range(result.statutory))",
                    remarks: result.remarks), nil
            )
        } catch {
            return (nil, "\(error.message)。没有计算。")
        }
    }
}
