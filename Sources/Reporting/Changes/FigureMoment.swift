package import Standards

/// A figure as it was at a moment: its value, or why it had none.
package enum FigureMoment: Sendable {
    case value(FigureValue)
    /// It was not defined by then, or not for this date.
    case undefined(ReportingError)

    /// The exact value; nil when there is none.
    package var exact: Rational? {
        guard case .value(let value) = self else { return nil }
        return value.exact
    }

    /// As a document prints it, with its unit.
    package var printed: String {
        switch self {
        case .value(let value): value.printedWithUnit
        case .undefined: "—"
        }
    }

    /// Why there is no value; nil where there is one.
    package var reason: String? {
        switch self {
        case .value(let value): value.isPresent ? nil : "没有可用的输入"
        case .undefined(let error): error.message
        }
    }
}
