import Reporting
import Standards

extension FigureValue {
    /// The figure as the screen writes it, without unit.
    var screenText: String { ScreenText.lowered(printed) }

    /// With its unit; where there is no value, and in changes, nothing is added.
    var screenTextWithUnit: String {
        guard isPresent, definition.style == .number, let unit = screenUnit else { return screenText }
        return unit == "%" ? screenText + unit : "\(screenText) \(unit)"
    }

    /// The unit; nil for none.
    var screenUnit: String? { definition.unit.isEmpty ? nil : ScreenText.unit(definition.unit) }

    /// Where it leads to.
    var href: String { SiteURL.figure(request).path }

    /// Whether the value is above another; no when one is missing.
    func exceeds(_ other: FigureValue) -> Bool {
        guard let left = rounded, let right = other.rounded else { return false }
        return left > right
    }
}
