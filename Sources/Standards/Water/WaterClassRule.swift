/// GB 3838 with the evaluation method of the day: the class of a section is that of its worst item (单因子评价法).
public struct WaterClassRule: Hashable, Sendable {
    /// The limits.
    public let standard: WaterStandard
    /// Which items take part and what classes are called.
    public let method: WaterEvaluationMethod

    /// Joins the standard and the method in force on one day.
    public init(standard: WaterStandard, method: WaterEvaluationMethod) {
        self.standard = standard
        self.method = method
    }

    /// Id of the standard, for example `GB3838-2002`.
    public var id: String { standard.id }

    /// Judges the values given, comparing them as they are (全数值比较).
    ///
    /// For real-time classes give unrounded values, for monthly assessment the values rounded by `WaterMeanRule`. Items
    /// without a value do not take part; total nitrogen, temperature and faecal coliforms never do.
    ///
    /// - Parameter oxygenBySaturation: whether dissolved oxygen of class Ⅰ may also be met by saturation at the water
    ///   temperature given among the values; nil does as the file says (GB 3838-2002: no).
    public func classify(
        values: [WaterItem: ExactDecimal], kind: WaterBodyKind, oxygenBySaturation: Bool? = nil
    ) -> WaterClassResult {
        let saturation = standard.saturation.flatMap { (oxygenBySaturation ?? $0.isUsed) ? $0 : nil }
        var judged: [WaterClassResult.Item] = []
        var ignored: [WaterItem] = []
        for (item, value) in values.sorted(by: { $0.key < $1.key }) {
            guard method.items.contains(item), let limit = standard.limit(item, kind: kind) else {
                ignored.append(item)
                continue
            }
            var waterClass = limit.waterClass(of: value)
            if item == .dissolvedOxygen, let saturation, let temperature = values[.temperature],
                saturation.isMet(by: value, at: temperature)
            {
                waterClass = .one
            }
            judged.append(.init(item: item, value: value, waterClass: waterClass))
        }
        return WaterClassResult(items: judged, ignoredItems: ignored)
    }

    /// Judges values in the form that is compared: as they are, or rounded first.
    ///
    /// - Throws: `.unknownItem` for an item of the method that is to be rounded and has no decimals; what rounding throws.
    public func classify(
        values: [WaterItem: ExactDecimal], kind: WaterBodyKind, comparing comparison: WaterComparison
    ) throws(StandardsError) -> WaterClassResult {
        guard case .rounded(let decimals) = comparison else { return classify(values: values, kind: kind) }
        var compared = values
        for (item, value) in values where method.items.contains(item) {
            guard let places = decimals[item] else { throw StandardsError(.unknownItem, subject: item.rawValue) }
            compared[item] = try value.rounded(decimals: places, keepingOneDigit: true)
        }
        return classify(values: compared, kind: kind)
    }

    /// The items of the method that had no value, in the order of the standard; those that took part are in the result.
    public func itemsWithoutValue(in result: WaterClassResult) -> [WaterItem] {
        method.items.subtracting(result.items.map(\.item)).sorted()
    }

    /// By how many times a value is above the limit of a class, for example the section's target; exact.
    ///
    /// Nil when it is not above, and for temperature, pH and dissolved oxygen, which have no multiple.
    ///
    /// - Throws: `.unknownItem` when the standard has no limit of this class for the item.
    public func exceedanceMultiple(
        of value: ExactDecimal, item: WaterItem, kind: WaterBodyKind, over waterClass: WaterClass
    ) throws(StandardsError) -> Rational? {
        guard !method.itemsWithoutMultiple.contains(item) else { return nil }
        guard let limit = standard.limit(item, kind: kind)?.upperLimit(for: waterClass) else {
            throw StandardsError(.unknownItem, subject: item.rawValue, value: "\(waterClass.rawValue)")
        }
        return try ExceedanceMultiple.exact(Rational(value), over: Rational(limit))
    }

    /// The main pollution indicators of a section: none up to Ⅲ; otherwise the worst items first, within a class by
    /// their multiple over the Ⅲ limit, cyanide and heavy metals before all, three at most.
    ///
    /// - Throws: `.unknownItem` as `exceedanceMultiple`.
    public func mainIndicators(
        of result: WaterClassResult, kind: WaterBodyKind
    ) throws(StandardsError) -> [WaterIndicator] {
        guard let worst = result.waterClass, worst > .three else { return [] }
        var indicators: [WaterIndicator] = []
        for judged in result.items where judged.waterClass > .three {
            let multiple = try exceedanceMultiple(of: judged.value, item: judged.item, kind: kind, over: .three)
            indicators.append(
                WaterIndicator(
                    item: judged.item, waterClass: judged.waterClass, multiple: multiple,
                    printedMultiple: try multiple?.rounded(decimals: method.multipleDecimals)))
        }
        return Array(indicators.sorted(by: precedes).prefix(method.indicatorCount))
    }

    private func precedes(_ left: WaterIndicator, _ right: WaterIndicator) -> Bool {
        let leftIsPriority = method.priorityItems.contains(left.item)
        guard leftIsPriority == method.priorityItems.contains(right.item) else { return leftIsPriority }
        guard left.waterClass == right.waterClass else { return left.waterClass > right.waterClass }
        // An item without a multiple stands behind those that have one.
        let leftMultiple = left.multiple ?? -1
        let rightMultiple = right.multiple ?? -1
        return leftMultiple == rightMultiple ? left.item < right.item : leftMultiple > rightMultiple
    }
}
