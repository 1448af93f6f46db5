import Foundation

/// What the browser draws a chart from; the form is written at the head of `Assets/qingheng.js`.
struct ChartData: Encodable {
    struct Axis: Encodable {
        var unit: String?
        /// Names of the steps 1 … n, for classes.
        var steps: [String]?
    }

    struct Series: Encodable {
        let name: String
        /// Index of its axis.
        let axis: Int
        /// Decimal text; nil is missing.
        let values: [String?]
        /// `line`, `bar`, `step` or `target`.
        let type: String
        let isHidden: Bool
    }

    struct Mark: Encodable {
        /// Index of the series.
        let series: Int
        /// Index of the category.
        let index: Int
        let text: String
    }

    struct Limit: Encodable {
        let axis: Int
        let value: String
        let name: String
    }

    let categories: [String]
    let axes: [Axis]
    let series: [Series]
    var marks: [Mark] = []
    var limits: [Limit] = []

    /// The JSON with `<` written so that it cannot end the element it stands in; nil when it cannot be written.
    var json: String? {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let data = try? encoder.encode(self) else { return nil }
        return String(decoding: data, as: UTF8.self).replacing("<", with: "\\u003c")
    }
}
